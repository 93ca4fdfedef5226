/** The dialogs of a request on a phone: nothing in them is cut off, in any language. */
import { expect, type Page, test } from '@playwright/test';
import { LOCALES, type Locale } from '#i18n/locale.ts';
import { openAs } from './desk.ts';

test.use({ viewport: { width: 360, height: 740 } });

/** Texts that reach beyond the dialog, or beyond their own button. */
const cutOff = (page: Page): Promise<readonly string[]> =>
  page.getByRole('dialog').evaluate((dialog) => {
    const { left, right } = dialog.getBoundingClientRect();
    const texts = document.createTreeWalker(dialog, NodeFilter.SHOW_TEXT);
    const found: string[] = [];
    for (let node = texts.nextNode(); node; node = texts.nextNode()) {
      const range = document.createRange();
      range.selectNodeContents(node);
      const box = range.getBoundingClientRect();
      const button = node.parentElement?.closest('button')?.getBoundingClientRect() ?? { left, right };
      if (
        box.width > 1 &&
        (box.left < Math.max(left, button.left) || box.right > Math.min(right, button.right) + 1)
      )
        found.push(node.textContent ?? '');
    }
    return found;
  });

async function everyDialog(page: Page, language: Locale): Promise<number> {
  await openAs(page, 'privacy_officer', '/?view=open', { language });
  const { items } = await (await page.request.get('/api/requests?view=open&type=deletion&limit=50')).json();
  const { reference } = items.find(({ status }: { status: string }) => status === 'in_progress');
  await page.goto(`/requests/${reference}`);
  const more = page.locator('button[aria-haspopup=menu]');
  const entries = page.getByRole('menuitem').filter({ hasText: /…/, hasNotText: /\.$/ });
  await more.click();
  const count = await entries.count();
  await page.keyboard.press('Escape');
  // The next step of such a request has a dialog too, behind the bar's own button.
  const openers = [
    ...Array.from({ length: count }, (_, index) => async () => {
      await more.click();
      await entries.nth(index).click();
    }),
    () => page.getByRole('region').getByRole('button', { name: /…$/ }).last().click(),
  ];
  for (const open of openers) {
    await open();
    await page.getByRole('dialog').getByRole('heading').waitFor();
    const title = await page.getByRole('dialog').getByRole('heading').textContent();
    expect.soft(await cutOff(page), `${language}: ${title}`).toEqual([]);
    await page.keyboard.press('Escape');
    await page.getByRole('dialog').waitFor({ state: 'hidden' });
  }
  return openers.length;
}

test('no dialog is cut off in Russian, whose words are the longest', async ({ page }) => {
  expect(await everyDialog(page, 'ru')).toBeGreaterThan(7);
});

test('no dialog is cut off in any language @long', async ({ page }) => {
  test.setTimeout(120_000);
  for (const language of LOCALES) expect(await everyDialog(page, language)).toBeGreaterThan(7);
});
