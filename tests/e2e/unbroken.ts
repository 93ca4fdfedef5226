/** Answers in which every free text is one long word, and what on a page lies where nobody can see or press it. */
import type { Page } from '@playwright/test';

/** 200 letters without a space, as a name, an address, a subject, a reason or the name of a file may be. */
const UNBROKEN = 'Қожахметұлы'.repeat(19).slice(0, 200);

/** Codes, numbers, moments, ids and hashes, which the product itself makes and which stay as they are. */
const MADE_BY_US: readonly RegExp[] = [
  /^[a-z][a-z0-9_.-]*$/,
  /^[\d\s:.,+TZ/-]*$/,
  /^NP-\d{4}-\d+$/,
  /^[\w-]{20,}={0,2}$/,
  /^(?:GET|POST|PUT|PATCH|DELETE)$/,
];
/** Texts of the product under these keys decide how a page works. */
const WORKING_KEYS: readonly string[] = ['version', 'next', 'note', 'body', 'proof', 'hashes', 'route'];

function lengthened(value: unknown, key = ''): unknown {
  if (typeof value === 'string')
    return WORKING_KEYS.includes(key) || MADE_BY_US.some((shape) => shape.test(value))
      ? value
      : longOf(value);
  if (Array.isArray(value)) return value.map((each) => lengthened(each, key));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, each]) => [name, lengthened(each, name)]));
}

const longOf = (text: string) => (text.includes('@') ? `${UNBROKEN}@mail.example` : UNBROKEN);

/** From now on every answer to this page carries the long word wherever somebody wrote a text of their own. */
export async function lengthenAnswers(page: Page): Promise<void> {
  await page.route('**/api/**', async (route) => {
    if (route.request().headers().accept?.includes('event-stream')) return route.continue();
    const response = await route.fetch();
    if (!response.headers()['content-type']?.includes('application/json')) return route.fulfill({ response });
    await route.fulfill({ response, json: lengthened(await response.json()) });
  });
}

/** Types the long word into every empty field of the page. */
export async function fillFields(page: Page): Promise<void> {
  const fields = page.locator(
    'input:is([type=text], [type=search], :not([type])):read-write:visible, textarea:read-write:visible',
  );
  for (const field of await fields.all()) await field.fill(UNBROKEN, { timeout: 2_000 });
}

/**
 * What a reader misses: whether the page is wider than the window, and controls of which more than a pixel lies
 * beyond the window or beyond an ancestor that cuts it off.
 */
export const outOfSight = (page: Page): Promise<readonly string[]> =>
  page.evaluate(() => {
    const root = document.documentElement;
    const wide =
      root.scrollWidth > root.clientWidth ? [`the page: ${root.scrollWidth} > ${root.clientWidth}`] : [];
    const cuts = (element: Element) => getComputedStyle(element).overflowX !== 'visible';
    const spoken = (element: Element) => element.getBoundingClientRect().width <= 1;
    const missed = [...document.querySelectorAll('button, a[href], input, select, textarea, [tabindex="0"]')]
      .filter((control) => control.checkVisibility({ opacityProperty: true, visibilityProperty: true }))
      .filter((control) => !spoken(control))
      .flatMap((control) => {
        const box = control.getBoundingClientRect();
        let [left, right] = [0, root.clientWidth];
        for (
          let above = control.parentElement;
          above && above !== document.body;
          above = above.parentElement
        ) {
          if (getComputedStyle(above).position === 'fixed' && !cuts(above)) continue;
          if (!cuts(above)) continue;
          if (spoken(above)) return [];
          const edge = above.getBoundingClientRect();
          left = Math.max(left, edge.left);
          right = Math.min(right, edge.right);
        }
        const within = box.left >= left - 1 && box.right <= right + 1;
        return within
          ? []
          : [`${control.outerHTML.slice(0, 150)}: ${box.left}–${box.right} in ${left}–${right}`];
      });
    return [...wide, ...missed];
  });
