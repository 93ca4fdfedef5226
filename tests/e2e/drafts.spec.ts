/** A draft in two tabs, without a connection and after a crash: nothing that was typed is lost, nothing comes back. */
import { type BrowserContext, expect, type Page, test } from '@playwright/test';
import { newSite, openAs, watchErrors } from './desk.ts';

const WRITTEN = 'Здравствуйте! Мы разобрались: деньги вернутся завтра.';

/** A new contact request, opened by support with its letter's field focused. */
async function openNew(page: Page): Promise<string> {
  const site = await newSite(page.request);
  const { reference } = await site.post({
    message: 'Деньги не вернулись на карту',
    email: 'a.kim@mail.example',
  });
  await openAs(page, 'support', `/requests/${reference}#reply`, { language: 'ru' });
  await expect(field(page)).toBeFocused();
  return reference;
}

function field(page: Page) {
  return page.getByRole('textbox', { name: 'Текст письма' });
}

async function secondTab(context: BrowserContext, reference: string): Promise<Page> {
  const tab = await context.newPage();
  await tab.goto(`/requests/${reference}`);
  await expect(tab.getByRole('heading', { level: 1 })).toBeVisible();
  return tab;
}

const copies = (page: Page) =>
  page.evaluate(() => Object.entries(localStorage).filter(([name]) => name.startsWith('otinish-text/')));

test('a second tab opens with the text, follows it, and two texts are both kept', async ({
  page,
  context,
}) => {
  const reference = await openNew(page);
  await field(page).fill(WRITTEN);
  await expect(page.getByText(/сохранено \d/)).toBeVisible();
  const other = await secondTab(context, reference);
  await expect(field(other)).toHaveValue(WRITTEN);

  await page.bringToFront();
  await field(page).fill(`${WRITTEN} Спасибо.`);
  await expect(page.getByText(/сохранено \d/)).toBeVisible();
  await other.bringToFront();
  await expect(field(other)).toHaveValue(`${WRITTEN} Спасибо.`);

  // Both type before either hears of the other.
  await context.setOffline(true);
  await field(other).fill('Текст второй вкладки');
  await page.bringToFront();
  await field(page).fill('Текст первой вкладки');
  await expect(
    page.getByRole('status').getByText('Черновик хранится зашифрованным в этом браузере'),
  ).toBeVisible();
  await context.setOffline(false);
  const conflict = /Текст, сохранённый в другой вкладке/;
  await expect
    .poll(async () => (await page.getByText(conflict).count()) + (await other.getByText(conflict).count()))
    .toBe(1);
  const late = (await page.getByText(conflict).count()) === 1 ? page : other;
  await expect(late.getByRole('button', { name: /^Отправить/ })).toHaveAttribute('aria-disabled', 'true');
  await late.bringToFront();
  await late.getByRole('button', { name: 'Соединить оба' }).click();
  await expect(late.getByText(/сохранено \d/)).toBeVisible();
  await expect(field(late)).toHaveValue(/Текст первой вкладки/);
  await expect(field(late)).toHaveValue(/Текст второй вкладки/);
});

test('text typed without a connection survives a crash, and is gone after signing out', async ({
  page,
  context,
}) => {
  const errors = watchErrors(page);
  const reference = await openNew(page);
  // The server, not the network: the page itself can then be loaded again.
  await context.route('**/drafts/answer', (route) =>
    route.request().method() === 'PUT' ? route.abort() : route.fallback(),
  );
  await field(page).fill(WRITTEN);
  await expect(page.getByText('пока хранится зашифрованным в этом браузере')).toBeVisible();
  await expect.poll(async () => (await copies(page)).length).toBe(1);
  expect(JSON.stringify(await copies(page))).not.toContain('Здравствуйте');
  // A crash, because a tab that is closed still sends its last save, which no route holds back.
  const renderer = await context.newCDPSession(page);
  void renderer.send('Page.crash').catch(() => undefined);
  await page.waitForEvent('crash');
  await page.close();

  const next = await context.newPage();
  await next.goto(`/requests/${reference}`);
  await expect(field(next)).toHaveValue(WRITTEN);
  await expect.poll(async () => (await copies(next)).length).toBe(1);
  await context.unroute('**/drafts/answer');
  await expect(next.getByText(/сохранено \d/)).toBeVisible();
  await expect.poll(() => copies(next)).toEqual([]);

  await context.route('**/drafts/answer', (route) => route.abort());
  await field(next).fill(`${WRITTEN} Ещё одно слово.`);
  await expect.poll(async () => (await copies(next)).length).toBe(1);
  await next.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
  await next.getByRole('button', { name: 'Личное меню' }).click();
  await next.getByRole('button', { name: 'Выйти' }).click();
  await next.getByRole('dialog').getByRole('button', { name: 'Выйти' }).click();
  await expect(next).toHaveURL(/sign-in/);
  expect(await copies(next)).toEqual([]);
  expect(errors.filter((text) => !/net::ERR|Failed to load/.test(text))).toEqual([]);
});

test('no save is in flight beside the note that is added, and its draft does not come back', async ({
  page,
  context,
}) => {
  const reference = await openNew(page);
  const calls: string[] = [];
  await context.route(/\/drafts\/note$|\/notes$/, async (route) => {
    const name = `${route.request().method()} ${new URL(route.request().url()).pathname.split('/').at(-1)}`;
    calls.push(`${name} begins`);
    const response = await route.fetch();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    calls.push(`${name} ends`);
    await route.fulfill({ response });
  });
  await page.getByRole('button', { name: /^Внутренняя заметка/ }).click();
  const note = page.getByRole('textbox', { name: /заметка/i });
  await note.fill('Первая');
  await expect.poll(() => calls).toEqual(['PUT note begins']);
  await note.fill(WRITTEN);
  await page.keyboard.press('Control+Enter');
  await expect(note).toBeHidden({ timeout: 20_000 });
  expect(calls).toEqual([
    'PUT note begins',
    'PUT note ends',
    'PUT note begins',
    'PUT note ends',
    'POST notes begins',
    'POST notes ends',
  ]);
  const kept = await page.request.get(`/api/requests/${reference}/drafts/note`);
  expect((await kept.json()).text).toBe('');
});

test('a colleague’s answer is seen where one writes, and the text stays', async ({ page, browser }) => {
  const reference = await openNew(page);
  await field(page).fill(WRITTEN);
  await expect(page.getByText(/сохранено \d/)).toBeVisible();

  const colleague = await browser.newContext();
  const signedIn = await colleague.request.post('/api/session/persona', {
    data: { role: 'support', other: true },
  });
  expect(signedIn.ok()).toBe(true);
  const found = await (await colleague.request.get(`/api/requests/${reference}`)).json();
  const answered = await colleague.request.post(`/api/requests/${found.id}/outside-answers`, {
    headers: { 'if-match': `"r${found.version}"` },
    data: { channel: 'phone', at: found.recordedAt, text: 'Ответили по телефону.' },
  });
  expect(answered.ok()).toBe(true);

  const composer = page
    .locator('section')
    .filter({ has: field(page) })
    .last();
  await expect(composer.getByRole('button', { name: /Обращение изменилось/ })).toBeInViewport();
  await composer.getByRole('button', { name: /Обращение изменилось/ }).click();
  await expect(composer.getByText(/За это время внесены изменения/)).toBeInViewport();
  await expect(field(page)).toHaveValue(WRITTEN);
  await colleague.close();
});
