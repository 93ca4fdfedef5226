/** What one works with stays where it is, and what matters comes into view: at 1366 × 768 and on a phone. */
import { randomUUID } from 'node:crypto';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { openAs, pressRussian } from './desk.ts';

const SIZES = [
  { width: 1366, height: 768 },
  { width: 360, height: 740 },
] as const;
type Box = { x: number; y: number; width: number; height: number };
const boxOf = async (part: Locator): Promise<Box> => {
  const box = await part.boundingBox();
  if (!box) throw new Error('not on the page');
  return box;
};
const endOf = ({ y, height }: Box) => y + height;

type Allowed = { action: string; ok: boolean };

/** A request that may be answered, with its letter box folded. */
async function openAnswerable(page: Page): Promise<void> {
  await openAs(page, 'support', '/?view=open', { language: 'ru' });
  const { items } = await (await page.request.get('/api/requests?view=open&limit=50')).json();
  for (const { reference } of items) {
    const detail = await (await page.request.get(`/api/requests/${reference}`)).json();
    const may = detail.allowed.some(({ action, ok }: Allowed) => action === 'request.answer' && ok);
    if (!may || detail.drafts.answer.held) continue;
    await page.goto(`/requests/${reference}`);
    await page.getByRole('article').first().waitFor();
    return;
  }
  throw new Error('no request that can be answered');
}

for (const size of SIZES)
  test(`R leaves the letter readable above the answer at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    await openAnswerable(page);
    await pressRussian(page, 'KeyR');
    const field = page.locator('textarea:focus');
    await expect(field).toBeVisible();
    const head = page.locator('[data-covers=top]');
    const sticks = (await head.evaluate((each) => getComputedStyle(each).position)) === 'sticky';
    const bar = await page.locator('[data-covers=bottom]').boundingBox();
    const letter = page.locator('[data-letter=in] > :not(header)').last();
    await expect(async () => {
      expect((await boxOf(letter)).y).toBeGreaterThanOrEqual(sticks ? endOf(await boxOf(head)) : 0);
      expect(endOf(await boxOf(letter))).toBeLessThan((await boxOf(field)).y);
      expect(endOf(await boxOf(field))).toBeLessThanOrEqual(bar?.y ?? size.height);
    }).toPass();
  });

for (const size of SIZES)
  test(`losing the connection does not move the send button at ${size.width} px`, async ({
    page,
    context,
  }) => {
    await page.setViewportSize(size);
    await openAnswerable(page);
    await pressRussian(page, 'KeyR');
    await expect(page.locator('textarea:focus')).toBeVisible();
    const send = page.getByRole('button', { name: /^Отправить/ });
    await page.waitForLoadState('networkidle');
    await send.scrollIntoViewIfNeeded();
    const before = await boxOf(send);
    await context.setOffline(true);
    await expect(page.getByText('Нет связи').first()).toBeVisible();
    expect(await boxOf(send)).toEqual(before);
    const above = await send.evaluate((button) => {
      const { left, top, width, height } = button.getBoundingClientRect();
      return button.contains(document.elementFromPoint(left + width / 2, top + height / 2));
    });
    expect(above).toBe(true);
    await context.setOffline(false);
    await expect(page.getByText('Нет связи')).toHaveCount(0);
    expect(await boxOf(send)).toEqual(before);
  });

for (const size of SIZES)
  test(`a link that is shown once comes into view with the focus at ${size.width} px`, async ({ page }) => {
    await page.setViewportSize(size);
    await openAs(page, 'administrator', '/staff?invite=1', { language: 'ru' });
    await page.getByRole('textbox', { name: 'Имя' }).fill('Тест Ссылкин');
    await page.getByRole('textbox', { name: /почта/ }).fill(`link-${randomUUID()}@mail.example`);
    await page.getByRole('checkbox').first().check();
    await page.getByRole('dialog').getByRole('button').last().click();
    await expectInView(
      page,
      page
        .locator('[tabindex="-1"]')
        .filter({ has: page.getByRole('region', { name: 'Ссылка' }) })
        .last(),
    );
    await page.getByRole('dialog').getByRole('button').last().click();
    // The panel of a colleague is long, so the new link appears where the button was pressed.
    const row = page.locator('tbody tr').filter({ hasText: 'Ссылкин' }).first();
    await row.focus();
    await row.press('Enter');
    await page.getByRole('button', { name: /ссылк/i }).first().click();
    await expectInView(
      page,
      page
        .locator('[tabindex="-1"]')
        .filter({ has: page.getByRole('region', { name: 'Ссылка' }) })
        .last(),
    );
  });

async function expectInView(page: Page, once: Locator): Promise<void> {
  await expect(once).toBeFocused();
  await expect(once.locator('pre')).toBeInViewport({ ratio: 1 });
  await expect(page.locator('[aria-live=polite]').filter({ hasText: /один раз/ })).toHaveCount(1);
}

/** The left and upper edges of what a row shows, in the order of the lines. */
const linesOf = (page: Page): Promise<readonly (readonly string[])[]> =>
  page.locator('tbody tr[data-row]').evaluateAll((rows) =>
    rows.map((row) => {
      const cells = [...row.children].filter((cell) => cell.getBoundingClientRect().height > 0);
      const tops = cells.map((cell) => cell.getBoundingClientRect().top);
      const lefts = new Set(cells.map((cell) => cell.getBoundingClientRect().left));
      const isOrdered = tops.every((top, at) => at === 0 || top > (tops[at - 1] ?? 0)) && lefts.size === 1;
      const number = row.textContent?.match(/\d{6}/)?.[0] ?? '';
      const badge = cells.at(-1)?.querySelector('time') ? 'badge' : '';
      return [
        isOrdered ? 'lines' : `${tops}`,
        cells[1]?.textContent?.includes(number) ? 'name and number' : '',
        badge,
      ];
    }),
  );

for (const [role, path] of [
  ['privacy_officer', '/?view=open'],
  ['support', '/'],
  ['manager', '/?view=open'],
] as const)
  test(`every row of the ${role} has the same shape on a phone`, async ({ page }) => {
    await page.setViewportSize({ width: 360, height: 740 });
    await openAs(page, role, path, { language: 'kk' });
    await page.locator('tbody tr[data-row]').nth(5).waitFor();
    const rows = await linesOf(page);
    expect(rows.length).toBeGreaterThan(5);
    expect(new Set(rows.map((row) => row.join()))).toEqual(new Set(['lines,name and number,badge']));
  });

test('a row of a phone shows the first line of the message', async ({ page }) => {
  await page.setViewportSize({ width: 360, height: 740 });
  await openAs(page, 'privacy_officer', '/?view=open', { language: 'kk' });
  const { items } = await (await page.request.get('/api/requests?view=open&limit=5')).json();
  const shown = items.find((each: { preview: { shown: boolean } | null }) => each.preview?.shown);
  await expect(
    page
      .locator('tbody')
      .getByText(
        shown.preview.value
          .split(/[[\n•]/)[0]
          .trim()
          .slice(0, 20),
      )
      .first(),
  ).toBeVisible();
});
