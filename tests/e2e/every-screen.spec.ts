/**
 * Every screen in three languages and two themes: no accessibility or CSP violation, no foreign formats, nothing
 * clipped.
 */
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { LOCALE_NAMES, LOCALES, type Locale } from '#i18n/locale.ts';
import { openAs, type Theme, watchErrors } from './desk.ts';
import { SCREENS, type Screen } from './pages.ts';

const THEMES: readonly Theme[] = ['light', 'dark'];
const year = Temporal.Now.plainDateISO('Asia/Almaty').year;

async function show(page: Page, screen: Screen, language: Locale, theme: Theme): Promise<void> {
  const path = screen.path.replace('{year}', String(year));
  if (screen.role === 'nobody') {
    await page.emulateMedia({ colorScheme: theme });
    await page.context().clearCookies();
    await page.goto(path);
    await expect(page.getByRole('heading').first()).toBeVisible();
    await page.getByRole('radio', { name: LOCALE_NAMES[language] }).check({ force: true });
  } else if (path === 'in hand') {
    await openAs(page, screen.role, '/?view=open', { language, theme });
    await page.locator('tbody tr').nth(1).press('Enter');
    await page.getByRole('article').first().waitFor();
  } else await openAs(page, screen.role, path, { language, theme });
  await page.getByRole('heading', { level: 1 }).waitFor();
  await screen.open?.(page);
  await atRest(page);
}

/** Waits for pending requests and for transitions; endless animations are ignored. */
async function atRest(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle');
  await page.waitForFunction(() =>
    document
      .getAnimations()
      .every(
        ({ effect, playState }) =>
          playState !== 'running' || effect?.getComputedTiming().endTime === Number.POSITIVE_INFINITY,
      ),
  );
}

async function violations(page: Page): Promise<readonly string[]> {
  const { violations: found } = await new AxeBuilder({ page })
    .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
    .analyze();
  return found.flatMap(({ id, nodes }) =>
    nodes.slice(0, 3).map((node) => `${id}: ${node.html.slice(0, 140)}`),
  );
}

/** The product's own words in Kazakh: elements with another `lang` (messages of people) are left out. */
const ownWords = (page: Page) =>
  page.evaluate(() => {
    const copy = document.body.cloneNode(true) as HTMLElement;
    for (const foreign of copy.querySelectorAll('[lang]:not([lang=kk])')) foreign.remove();
    return copy.textContent ?? '';
  });

/** Elements whose text is cut off without an ellipsis. */
const clipped = (page: Page) =>
  page.evaluate(() =>
    [...document.querySelectorAll<HTMLElement>('button, a, h1, h2, label, th, dt')]
      .filter((element) => {
        const style = getComputedStyle(element);
        const hidden = style.overflow !== 'visible' && style.textOverflow !== 'ellipsis';
        return hidden && element.offsetWidth > 1 && element.scrollWidth > element.clientWidth + 1;
      })
      .map((element) => element.outerHTML.slice(0, 120)),
  );

async function inspect(page: Page, screen: Screen, language: Locale, theme: Theme): Promise<void> {
  const errors = watchErrors(page);
  await show(page, screen, language, theme);
  const where = `${screen.name}, ${language}, ${theme}`;
  expect.soft(await violations(page), where).toEqual([]);
  expect.soft(await clipped(page), where).toEqual([]);
  if (language === 'kk') {
    const text = await ownWords(page);
    expect
      .soft(text.match(/\bM\d\d\b|\b(?:today|yesterday|days? ago|in \d+ days?)\b|\d,\d{3}\b/g) ?? [], where)
      .toEqual([]);
  }
  // A 403 is expected on the screen that shows a refusal.
  expect
    .soft(
      errors.filter((line) => !/status of 40[0134]/.test(line)),
      where,
    )
    .toEqual([]);
  page.removeAllListeners('console');
  page.removeAllListeners('pageerror');
}

/** The screens of every run: a list, a page, a form, a dialog, a refusal. The @long suite checks all screens. */
const SLICE = ['sign-in', 'inbox', 'register', 'a request', 'audit log', 'forbidden', 'keys help', 'closing'];

for (const screen of SCREENS.filter(({ name }) => SLICE.includes(name)))
  test(`${screen.name} is accessible and speaks Kazakh`, async ({ page }) => {
    await inspect(page, screen, 'kk', 'light');
  });

for (const screen of SCREENS)
  test(`${screen.name} in every language and theme @long`, async ({ page }) => {
    test.setTimeout(240_000);
    for (const language of LOCALES) for (const theme of THEMES) await inspect(page, screen, language, theme);
  });

test('one screen in the other languages and in the dark', async ({ page }) => {
  for (const [language, theme] of [
    ['ru', 'dark'],
    ['en', 'light'],
  ] as const)
    for (const screen of SCREENS.filter(({ name }) => name === 'a request'))
      await inspect(page, screen, language, theme);
});
