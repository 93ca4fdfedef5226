/** Keys on a Russian layout that are faster than the pages, and the focus when what had it is gone. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { HELLO, russianKeys } from '#tests/cases/russian-layout.ts';
import { newSite, openAs, pressRussian } from './desk.ts';

const answer = (page: Page) => page.getByRole('textbox', { name: 'Текст письма' });

/** Delays each opening of a request, as a slow connection does. */
async function slowly(context: BrowserContext, ms: number): Promise<void> {
  await context.route(/\/api\/requests\/NP-[^/]+$/, async (route) => {
    await new Promise((resolve) => setTimeout(resolve, ms));
    await route.continue();
  });
}

async function typeHello(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  for (const { code, key } of russianKeys(HELLO)) {
    await session.send('Input.dispatchKeyEvent', { type: 'keyDown', code, key, text: key });
    await session.send('Input.dispatchKeyEvent', { type: 'keyUp', code, key });
  }
  await session.detach();
}

/** The list of unassigned requests, which has a fresh one of its own. */
async function openList(page: Page): Promise<void> {
  const site = await newSite(page.request);
  for (const name of ['бір', 'екі', 'үш'])
    await site.post({ message: `Сұрақ: ${name}`, email: 'a.kim@mail.example' });
  await openAs(page, 'support', '/?view=unassigned', { language: 'ru' });
  await expect(page.locator('tbody tr').first()).toBeVisible();
  await pressRussian(page, 'KeyJ');
}

/** What the focused element is, for a message that says where the focus went. */
const focused = (page: Page) =>
  page.evaluate(() => (document.activeElement ?? document.body).outerHTML.slice(0, 80));

test('Enter, then R and a whole word while the page loads: all of it is in the letter', async ({
  page,
  context,
}) => {
  await openList(page);
  await slowly(context, 1_500);
  await page.keyboard.press('Enter');
  await pressRussian(page, 'KeyR');
  await typeHello(page);
  await expect(answer(page)).toBeFocused();
  await expect(answer(page)).toHaveValue(HELLO);
  await page.keyboard.insertText(', мир');
  await expect(answer(page)).toHaveValue(`${HELLO}, мир`);
  await expect(page).toHaveURL(/\/requests\/NP-/);
});

test('R in the list and a word before the page is there', async ({ page, context }) => {
  await openList(page);
  await slowly(context, 1_500);
  await pressRussian(page, 'KeyR');
  await typeHello(page);
  await expect(answer(page)).toHaveValue(HELLO);
  await expect(page).toHaveURL(/\/requests\/NP-.*#reply$/);
});

test('three J while pages load walk three requests, in the list that was frozen', async ({
  page,
  context,
}) => {
  await openList(page);
  const walked = await page
    .locator('tbody tr th a')
    .evaluateAll((links) => links.map((link) => new URL((link as HTMLAnchorElement).href).pathname));
  expect(walked.length).toBeGreaterThan(3);
  await slowly(context, 400);
  await pressRussian(page, 'KeyI');
  await expect(page.getByText(/вы взяли в работу/).first()).toBeVisible();
  await page.keyboard.press('Enter');
  for (let n = 0; n < 3; n += 1) await pressRussian(page, 'KeyJ');
  await expect(page).toHaveURL((url) => url.pathname === walked[3]);
});

test('the keys of the page are off behind a menu', async ({ page }) => {
  await openList(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/requests\/NP-/);
  await page.getByRole('button', { name: 'Ещё' }).press('Enter');
  await expect(page.getByRole('menu')).toBeVisible();
  await pressRussian(page, 'KeyR');
  await expect(answer(page)).toBeHidden();
  await page.keyboard.press('Escape');
  await expect(page.locator('[role=menu]')).toHaveCount(0);
  await pressRussian(page, 'KeyR');
  await expect(answer(page)).toBeFocused();
});

test('the focus never falls to the body', async ({ page }) => {
  await openList(page);
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/requests\/NP-/);
  const body = /^<body/;

  await pressRussian(page, 'KeyR');
  await expect(answer(page)).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('button', { name: 'Написать ответ' })).toBeFocused();

  await pressRussian(page, 'KeyN');
  const note = page.getByRole('textbox', { name: /заметка/i });
  await expect(note).toBeFocused();
  await page.keyboard.insertText('Позвонить после обеда');
  await page.keyboard.press('Control+Enter');
  await expect(note).toBeHidden();
  await expect.poll(() => focused(page)).not.toMatch(body);

  // The button is replaced by another when the request is taken.
  await page.getByRole('button', { name: /Взять/ }).first().press('Enter');
  await expect(page.getByText(/Взято/).first()).toBeVisible();
  await expect.poll(() => focused(page)).not.toMatch(body);

  await pressRussian(page, 'KeyW');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => focused(page)).not.toMatch(body);

  // The menu's item that opened the dialog is gone when the dialog closes.
  await page.getByRole('button', { name: 'Ещё' }).press('Enter');
  await page.getByRole('menuitem').first().press('Enter');
  await expect(page.getByRole('dialog')).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(page.getByRole('dialog')).toBeHidden();
  await expect.poll(() => focused(page)).not.toMatch(body);
});
