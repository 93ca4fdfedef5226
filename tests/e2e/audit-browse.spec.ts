/** The auditor's tasks by keyboard only: who saw a record last week, what happened on a day, what a code means. */
import { expect, type Page, test } from '@playwright/test';
import { addDays, startOfDay, weekdayOf } from '#domain/time/civil.ts';
import { openAs, pressRussian } from './desk.ts';

type Row = { actor: { name: string }; object: { label: string } };

const today = Temporal.Now.plainDateISO('Asia/Almaty').toString();
const monday = addDays(today, 1 - weekdayOf(today) - 7);
const LAST_WEEK = { from: startOfDay(monday).toString(), to: startOfDay(addDays(monday, 7)).toString() };

async function listed(page: Page, query: Record<string, string>): Promise<readonly Row[]> {
  const answer = await page.request.get(`/api/audit-events?${new URLSearchParams(query)}`);
  return ((await answer.json()) as { items: Row[] }).items;
}

/** A request that was viewed last week, and everyone who viewed it. */
async function seenLastWeek(page: Page): Promise<{ reference: string; people: readonly string[] }> {
  const [first] = await listed(page, { read: 'seen', ...LAST_WEEK });
  const reference = first?.object.label ?? '';
  expect(reference).toMatch(/^NP-/);
  const rows = await listed(page, { read: 'seen', object: reference, ...LAST_WEEK });
  expect(rows.length).toBeGreaterThan(0);
  return { reference, people: [...new Set(rows.map(({ actor }) => actor.name))].toSorted() };
}

const rows = (page: Page) => page.getByRole('table', { name: 'События журнала' }).locator('tbody tr');

async function peopleInList(page: Page): Promise<readonly string[]> {
  const cells = await rows(page).locator('td:nth-of-type(2)').allTextContents();
  return [...new Set(cells.map((text) => text.split(' · ')[0] ?? ''))].toSorted();
}

test('from a request number to who has seen it last week: three interactions', async ({ page }) => {
  await openAs(page, 'auditor', '/audit', { language: 'ru' });
  const { reference, people } = await seenLastWeek(page);

  await pressRussian(page, 'KeyW');
  await expect(page.getByRole('textbox', { name: 'Кто видел обращение: номер' })).toBeFocused();
  await page.keyboard.type(reference);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/read=seen/);
  await page.keyboard.press('Digit3');
  await expect(page).toHaveURL(/when=last_week/);

  await expect(page.getByRole('heading', { level: 1 })).toContainText(`прошлая неделя, ${reference}`);
  await expect(rows(page).first()).toContainText(reference);
  await expect.poll(() => peopleInList(page)).toEqual(people);
});

test('keys pressed faster than the log answers add up', async ({ page }) => {
  await openAs(page, 'auditor', '/audit', { language: 'ru' });
  const { reference } = await seenLastWeek(page);
  const allPressed = Promise.withResolvers<void>();
  await page.route('**/api/audit-events?*', async (route) => {
    await allPressed.promise;
    await route.continue();
  });
  await pressRussian(page, 'KeyW');
  await page.keyboard.type(reference);
  await page.keyboard.press('Enter');
  await page.keyboard.press('Digit3');
  allPressed.resolve();
  await expect(page.getByRole('heading', { level: 1 })).toContainText(`прошлая неделя, ${reference}`);
});

test('from the request itself to who has seen it: one key, and the log of last week two more', async ({
  page,
}) => {
  await openAs(page, 'auditor', '/audit', { language: 'ru' });
  const { reference, people } = await seenLastWeek(page);
  await page.goto(`/requests/${reference}`);
  await expect(page.getByRole('link', { name: /Кто открывал|Открывали/ }).first()).toBeVisible();

  await pressRussian(page, 'KeyL');
  await expect(page).toHaveURL(/\/trail$/);
  const trail = page.getByRole('table').locator('tbody tr');
  for (const name of people) await expect(trail.filter({ hasText: name }).first()).toBeVisible();

  await page.getByRole('link', { name: 'Показать в журнале' }).press('Enter');
  await expect(page).toHaveURL(/read=seen/);
  await expect(rows(page).first()).toBeVisible();
  await page.keyboard.press('Digit3');
  await expect(page).toHaveURL(/when=last_week/);
  await expect(rows(page).first()).toContainText(reference);
  await expect.poll(() => peopleInList(page)).toEqual(people);
});

test('a bar narrows the list to its day and again gives it back @long', async ({ page }) => {
  await openAs(page, 'auditor', '/audit?when=month', { language: 'ru' });
  const bars = page.getByRole('group', { name: /События по дням/ }).getByRole('button');
  await expect(bars).toHaveCount(30);
  let counts = 0;
  page.on('request', (request) => {
    if (request.url().includes('audit-days')) counts += 1;
  });

  await bars.last().focus();
  await page.keyboard.press('ArrowLeft');
  await page.keyboard.press('ArrowLeft');
  const bar = bars.nth(27);
  await expect(bar).toBeFocused();
  const day = addDays(today, -2);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`on=${day}`));
  await expect(bar).toHaveAttribute('aria-pressed', 'true');
  await expect(page.getByRole('heading', { level: 1 })).toContainText(day.split('-').toReversed().join('.'));
  // The chart is unchanged, because it was not counted again.
  expect(counts).toBe(0);

  await expect(bar).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page).not.toHaveURL(/on=/);
  await expect(page).toHaveURL(/when=month/);
});

test('goes to a date and reads the days as a table @long', async ({ page }) => {
  await openAs(page, 'auditor', '/audit', { language: 'ru' });
  const day = addDays(today, -40);
  const written = day.split('-').toReversed().join('.');
  await pressRussian(page, 'KeyD');
  await expect(page.getByRole('textbox', { name: /К какой дате/ })).toBeFocused();
  await page.keyboard.type(written);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`to=${day}`));
  await page.getByRole('button', { name: 'Таблицей' }).press('Enter');
  const table = page.getByRole('table', { name: /События по дням/ });
  await expect(table).toHaveAccessibleName(new RegExp(written));
  expect(await table.locator('tbody tr').count()).toBeGreaterThan(5);
});

test('a code is found among the kinds of events and leads to the log @long', async ({ page }) => {
  await openAs(page, 'auditor', '/audit/events', { language: 'ru' });
  await pressRussian(page, 'KeyF');
  await page.keyboard.type('pd010');
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Видов событий: 1');
  await page.getByRole('link', { name: 'Показано поле' }).press('Enter');
  await expect(page).toHaveURL(/\/audit\?event=request\.revealed/);
  await expect(rows(page).first()).toContainText('Показано');
});
