/**
 * A day's work without a mouse on a Russian layout: no typed letter is lost to a hotkey, and every task can be done.
 */
import { expect, type Page, test } from '@playwright/test';
import { openAs, pressRussian } from './desk.ts';

/** Opens the first unassigned request with the keyboard. */
async function openFirstFree(page: Page): Promise<string> {
  await openAs(page, 'support', '/?view=unassigned', { language: 'ru' });
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await pressRussian(page, 'KeyJ');
  await pressRussian(page, 'KeyO');
  await expect(page).toHaveURL(/\/requests\/NP-/);
  await expect(page.getByRole('region', { name: 'Ход обращения' })).toBeVisible();
  return /NP-\d{4}-\d+/.exec(page.url())?.[0] ?? '';
}

test('takes a request, notes, drafts an answer and finds the draft again', async ({ page }) => {
  const reference = await openFirstFree(page);
  await pressRussian(page, 'KeyI');
  await expect(page.getByText('Взято в работу').first()).toBeVisible();

  await pressRussian(page, 'KeyN');
  const note = page.getByRole('textbox', { name: /заметка/i });
  await expect(note).toBeFocused();
  await page.keyboard.insertText('Позвонить заявителю после обеда');
  await page.keyboard.press('Control+Enter');
  await expect(page.getByText('Позвонить заявителю после обеда')).toBeVisible();

  await expect(note).toBeHidden();

  await pressRussian(page, 'KeyR');
  const answer = page.getByRole('textbox', { name: 'Текст письма' });
  await expect(answer).toBeFocused();
  await page.keyboard.insertText('Здравствуйте! Мы разобрались: деньги вернутся завтра.');
  await expect(page.getByText(/Сохранено|сохранён/i).first()).toBeVisible();
  await page.goto(`/requests/${reference}`);
  await expect(page.getByRole('region', { name: 'Ход обращения' })).toBeVisible();
  await pressRussian(page, 'KeyR');
  await expect(answer).toHaveValue('Здравствуйте! Мы разобрались: деньги вернутся завтра.');
});

test('explains the date and goes back to the queue by keys', async ({ page }) => {
  await openFirstFree(page);
  await pressRussian(page, 'KeyW');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog).toBeHidden();
  await pressRussian(page, 'KeyU');
  await expect(page).toHaveURL(/view=unassigned/);
});

test('types letters that are shortcuts elsewhere without losing one', async ({ page }) => {
  await openFirstFree(page);
  await pressRussian(page, 'KeyN');
  const note = page.getByRole('textbox', { name: /заметка/i });
  await expect(note).toBeFocused();
  for (const code of ['KeyR', 'KeyN', 'KeyI', 'KeyJ', 'KeyK', 'KeyU']) await pressRussian(page, code);
  await expect(note).toHaveValue(/ктшолг$/);
});

test('reveals a phone with a purpose for sixty seconds, hides it, and the log knows', async ({ page }) => {
  await openAs(page, 'privacy_officer', '/?view=open', { language: 'ru' });
  await page
    .locator('tbody tr')
    .filter({ hasText: /Уничтожение|Доступ/ })
    .first()
    .press('Enter');
  await expect(page).toHaveURL(/\/requests\/NP-/);
  const reference = /NP-\d{4}-\d+/.exec(page.url())?.[0] ?? '';
  await page
    .getByRole('button', { name: /^Показать/ })
    .first()
    .press('Enter');
  const dialog = page.getByRole('dialog');
  await expect(dialog).toBeVisible();
  await dialog.getByRole('radio').first().check({ force: true });
  await dialog.getByRole('button', { name: /Показать/ }).press('Enter');
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('button', { name: /Скрыть сейчас/ })).toBeVisible();
  await page.getByRole('button', { name: /Скрыть сейчас/ }).press('Enter');
  await expect(page.getByRole('button', { name: /Скрыть сейчас/ })).toBeHidden();
  const log = await page.request.get(`/api/audit-events?object=${reference}&read=revealed`);
  expect((await log.json()).items.length).toBeGreaterThan(0);
});
