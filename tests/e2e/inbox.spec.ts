/** The queue in use: new requests are announced, rows do not move, keys work on any layout, badges change at midnight. */
import { expect, test } from '@playwright/test';
import { newSite, openAs, pressRussian, watchErrors } from './desk.ts';

test('announces a signed request by itself without moving a row', async ({ page, browser }) => {
  const errors = watchErrors(page);
  await openAs(page, 'privacy_officer', '/?view=open', { language: 'kk' });
  await expect(page.locator('tbody tr').first()).toBeVisible();
  const before = await page.locator('tbody tr').allTextContents();
  const site = await newSite(
    (await browser.newContext({ baseURL: test.info().project.use.baseURL ?? '' })).request,
  );
  const posted = await site.post({
    message: 'Деректерімді кім көргенін білгім келеді',
    surname: 'Тексергіш',
  });
  const strip = page.getByRole('button', { name: /Тізімде көрсету/ });
  await expect(strip).toBeVisible();
  await expect(page).toHaveTitle(/^\(1\)/);
  const after = await page.locator('tbody tr').allTextContents();
  expect(after.slice(-before.length)).toEqual(before);
  expect(posted.actBy <= posted.dueOn).toBe(true);
  await strip.click();
  await expect(strip).toBeHidden();
  expect(errors).toEqual([]);
});

test('works by keys alone on a Russian layout: down, open, back, help', async ({ page }) => {
  await openAs(page, 'privacy_officer', '/?view=open', { language: 'ru' });
  await expect(page.locator('tbody tr').nth(1)).toBeVisible();
  await pressRussian(page, 'KeyJ');
  await pressRussian(page, 'KeyJ');
  const focused = await page.evaluate(
    () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
  );
  expect(focused).toMatch(/\d{6}/);
  await pressRussian(page, 'KeyO');
  await expect(page).toHaveURL(/\/requests\/NP-\d{4}-\d{6}/);
  await expect(page.getByRole('region', { name: 'Ход обращения' })).toBeVisible();
  await pressRussian(page, 'KeyU');
  await expect(page).toHaveURL(/view=open/);
  await pressRussian(page, 'Slash', { shift: true });
  await expect(page.getByRole('dialog')).toBeVisible();
});

test('turns the badge over at midnight in Almaty by itself', async ({ page }) => {
  const today = Temporal.Now.plainDateISO('Asia/Almaty');
  const beforeMidnight = today.toZonedDateTime({ timeZone: 'Asia/Almaty', plainTime: '23:59:50' });
  await page.clock.install({ time: new Date(beforeMidnight.epochMilliseconds) });
  await openAs(page, 'privacy_officer', '/?view=open&urgency=due_today', { language: 'en' });
  const badges = page.locator('tbody').getByText('Due today');
  await expect(badges.first()).toBeVisible();
  const count = await badges.count();
  await page.clock.runFor(15_000);
  await expect(badges).toHaveCount(0);
  await expect(page.locator('tbody').getByText('Overdue by 1 day')).toHaveCount(count);
});

test('shows at least nine rows at 1366 × 620', async ({ page }) => {
  await page.setViewportSize({ width: 1366, height: 620 });
  await openAs(page, 'privacy_officer', '/?view=open', { language: 'kk' });
  const rows = page.locator('tbody tr');
  await expect(rows.nth(9)).toBeAttached();
  const visible = await rows.evaluateAll(
    (all) =>
      all.filter(
        (row) => row.getBoundingClientRect().bottom <= innerHeight && /\d{6}/.test(row.textContent ?? ''),
      ).length,
  );
  expect(visible).toBeGreaterThanOrEqual(9);
});

for (const width of [360, 1366])
  test(`never scrolls sideways at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 740 });
    for (const language of ['kk', 'ru', 'en'] as const) {
      await openAs(page, 'privacy_officer', '/?view=open', { language });
      const [scroll, inner] = await page.evaluate(() => [document.documentElement.scrollWidth, innerWidth]);
      expect(scroll, language).toBeLessThanOrEqual(inner ?? 0);
    }
  });
