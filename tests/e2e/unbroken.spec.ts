/** Long words without a space, wherever somebody typed a text, on every page: nothing is widened or cut off. */
import { readFileSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';
import { openAs } from './desk.ts';
import { SCREENS, type Screen } from './pages.ts';
import { fillFields, lengthenAnswers, outOfSight } from './unbroken.ts';

const WIDTHS = [360, 1366] as const;
const year = Temporal.Now.plainDateISO('Asia/Almaty').year;

/** Russian, whose labels are the longest beside the values. */
async function show(page: Page, { role, path, open }: Screen): Promise<void> {
  await lengthenAnswers(page);
  if (role === 'nobody') {
    await page.context().clearCookies();
    await page.goto(path);
  } else
    await openAs(page, role, path === 'in hand' ? '/?view=open' : path.replace('{year}', `${year}`), {
      language: 'ru',
    });
  if (path === 'in hand') {
    await page.locator('tbody tr').nth(1).press('Enter');
    await page.getByRole('article').first().waitFor();
  }
  await page.getByRole('heading').first().waitFor();
  await open?.(page);
  await page.waitForLoadState('networkidle');
}

async function inspect(page: Page, screen: Screen): Promise<void> {
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 740 });
    await show(page, screen);
    expect.soft(await outOfSight(page), `${screen.name}, ${width} px`).toEqual([]);
    await fillFields(page);
    expect.soft(await outOfSight(page), `${screen.name}, ${width} px, fields filled`).toEqual([]);
    await page.unrouteAll({ behavior: 'ignoreErrors' });
  }
}

/** The pages of every run: those with the most texts of people. The @long suite walks all. */
const SLICE = ['sign-in', 'inbox', 'a request', 'a trail', 'staff', 'profile'];

for (const screen of SCREENS)
  test(`long words do not widen ${screen.name}${SLICE.includes(screen.name) ? '' : ' @long'}`, async ({
    page,
  }) => {
    await inspect(page, screen);
  });

test('the walk visits every route', () => {
  const routes = [...readFileSync('src/web/app/routes.tsx', 'utf8').matchAll(/\bpath: '([^'*]*)'/g)].map(
    ([, path = '']) => path.replace(/^\//, ''),
  );
  const visited = SCREENS.map(({ path }) => path.replace(/^in hand$/, '/').replace(/^\/|[?#].*$/g, ''));
  const missing = routes.filter((route) => {
    const shape = new RegExp(`^${route.replace(/\/:\w+\?/g, '(?:/[^/]+)?').replace(/:\w+/g, '[^/]+')}$`);
    return !visited.some((path) => shape.test(path));
  });
  expect(routes.length).toBeGreaterThan(15);
  expect(missing).toEqual([]);
});
