/**
 * A session that ends elsewhere: the page shows the sign-in notice alone, by itself and also in a tab in the background,
 * and what was being typed is there again after signing in.
 */
import {
  type APIRequestContext,
  type Browser,
  type BrowserContext,
  expect,
  type Page,
  test,
} from '@playwright/test';
import { newSite } from './desk.ts';

const SECRET = 'Ескендірбек';
const TYPED = 'Шағын қаладан Нұрсұлтанқызы';
/** Far above the promised two seconds: the order is what is asserted. */
const CEILING = { timeout: 15_000, intervals: [50] };

// Two pages are loaded in each, and the time of loading is not what is tested.
test.setTimeout(120_000);

/** A request of support with a name that occurs nowhere else. */
async function newRequest(request: APIRequestContext): Promise<string> {
  const site = await newSite(request);
  const { reference } = await site.post({ message: `Мені ${SECRET} дейді`, email: 'q.secret@mail.example' });
  return reference;
}

async function signIn(context: BrowserContext, other = false): Promise<void> {
  await context.request.post('/api/session/persona', { data: { role: 'support', other } });
  await context.request.patch('/api/session/profile', { data: { language: 'ru' } });
}

async function open(context: BrowserContext, path: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto(path);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible({ timeout: 40_000 });
  return page;
}

/** Ends every session of the second support person, as an administrator in another browser. */
async function disable(browser: Browser): Promise<() => Promise<void>> {
  const context = await browser.newContext();
  await context.request.post('/api/session/persona', { data: { role: 'administrator' } });
  const { items } = await (await context.request.get('/api/staff')).json();
  const person = items.find(({ email }: { email: string }) => email === 'support-2@demo.invalid');
  const act = async (what: 'disable' | 'enable', version: number, data: object) => {
    const answer = await context.request.post(`/api/staff/${person.id}/${what}`, {
      headers: { 'if-match': `"r${version}"` },
      data,
    });
    expect(answer.status()).toBe(200);
    return (await answer.json()).version as number;
  };
  const version = await act('disable', person.version, { reason: 'Сынақ' });
  return async () => {
    await act('enable', version, {});
    await context.close();
  };
}

const bodyOf = (page: Page) => page.evaluate(() => document.documentElement.outerHTML).catch(() => '');
const isOver = (page: Page) => expect.poll(() => page.url(), CEILING).toContain('/sign-in');

/** Calls of the page from now on, the documents it loads included. */
function callsOf(page: Page): string[] {
  const calls: string[] = [];
  page.on('request', (request) => {
    const { pathname } = new URL(request.url());
    if (pathname.startsWith('/api/') || request.isNavigationRequest())
      calls.push(`${request.method()} ${pathname}`);
  });
  return calls;
}

test('a disabled account loses every page at once, also in the background, and keeps what it typed', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const reference = await newRequest(context.request);
  await signIn(context, true);
  const behind = await open(context, `/requests/${reference}`);
  const front = await open(context, '/register');
  await front.getByLabel('Фамилия').fill(TYPED);
  expect(await bodyOf(behind)).toContain(SECRET);
  await expect
    .poll(() =>
      behind.evaluate(() =>
        navigator.locks.query().then(({ held }) => held?.some(({ name }) => name === 'otinish-live')),
      ),
    )
    .toBe(true);

  const calls = [callsOf(behind), callsOf(front)];
  const seen: string[] = [];
  for (const [page, what] of [
    [behind, SECRET],
    [front, TYPED],
  ] as const)
    await page.exposeFunction('tell', (said: string) => void seen.push(`${what} ${said}`));
  for (const page of [behind, front])
    await page.evaluate(
      (secrets) => {
        const holds = () =>
          secrets.some(
            (secret) =>
              document.documentElement.outerHTML.includes(secret) ||
              [...document.querySelectorAll('input')].some(({ value }) => value.includes(secret)),
          );
        const observer = new MutationObserver(() => {
          if (holds()) return;
          observer.disconnect();
          // biome-ignore lint/suspicious/noExplicitAny: exposed by the test
          (window as any).tell(document.body.textContent);
        });
        observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
      },
      [SECRET, TYPED],
    );

  const enable = await disable(browser);
  await expect.poll(() => seen.length, CEILING).toBe(2);
  // The data went before the page did, and the notice was all that stood there.
  for (const said of seen) expect(said).toMatch(/ \s*Войдите сноваСеанс завершён\.\s*$/);
  await Promise.all([isOver(behind), isOver(front)]);
  // By the stream alone: the page asked about its session and for nothing else.
  for (const made of calls) {
    const before = made.slice(0, made.indexOf('GET /sign-in'));
    expect(new Set(before.filter((made) => !made.includes('/drafts/')))).toEqual(
      new Set(['GET /api/session']),
    );
  }
  await expect(front.getByText('Написанное хранится зашифрованным')).toBeVisible();
  for (const page of [behind, front]) {
    expect(await bodyOf(page)).not.toContain(SECRET);
    expect(await page.evaluate(() => JSON.stringify({ ...localStorage }))).not.toContain(TYPED);
  }

  await enable();
  await signIn(context, true);
  await front.goto('/register');
  const kept = front.getByRole('region', { name: 'Текст, который писался' });
  await expect(kept).toContainText(TYPED);
  await kept.getByRole('button', { name: 'Вернуть в поля' }).click();
  await expect(front.getByLabel('Фамилия')).toHaveValue(TYPED);
  await expect(kept).toBeHidden();
  await context.close();
});

test('signing out in one tab takes the page off the others, and nothing typed is kept', async ({
  browser,
}) => {
  const context = await browser.newContext();
  const reference = await newRequest(context.request);
  await signIn(context);
  const other = await open(context, '/register');
  await other.getByLabel('Фамилия').fill(TYPED);
  const page = await open(context, `/requests/${reference}`);
  await page.getByRole('button', { name: 'Личное меню' }).click();
  await page.getByRole('button', { name: 'Выйти' }).click();
  await Promise.all([isOver(page), isOver(other)]);
  for (const each of [page, other]) {
    expect(await bodyOf(each)).not.toContain(SECRET);
    expect(
      await each.evaluate(() => Object.keys(localStorage).filter((name) => name.startsWith('otinish-text/'))),
    ).toEqual([]);
  }
  await context.close();
});

test('without the stream the page goes when it is looked at again', async ({ browser }) => {
  const context = await browser.newContext();
  const reference = await newRequest(context.request);
  await signIn(context);
  await context.route('**/api/events', (route) => route.abort());
  const page = await open(context, `/requests/${reference}`);
  const elsewhere = await browser.newContext({ storageState: await context.storageState() });
  expect((await elsewhere.request.delete('/api/session')).ok()).toBe(true);
  expect(await bodyOf(page)).toContain(SECRET);
  // Repeated, because looks within a second are one.
  await expect
    .poll(async () => {
      await page.evaluate(() => window.dispatchEvent(new Event('focus'))).catch(() => undefined);
      return page.url();
    }, CEILING)
    .toContain('/sign-in');
  expect(await bodyOf(page)).not.toContain(SECRET);
  await Promise.all([context.close(), elsewhere.close()]);
});
