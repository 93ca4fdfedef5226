/** The two builds: the demo works from any static host, and the production build contains nothing of it. */
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';
import { addNote } from '#contract/requests-write.ts';
import { translator } from '#i18n/translator.ts';
import { NOTICES, OBSTACLES, OPENING, STEP_WORDS } from '#mocks/boot/words.ts';
import { KK } from '#mocks/fictional/messages-kk.ts';
import { watchErrors } from './desk.ts';
import { type StaticSite, staticSite } from './static-site.ts';

const ROOT = join(import.meta.dirname, '../..');
const { t } = translator('kk');

/** A sentence of the fictional messages, and words of the modules that only the demo needs. */
const FICTION = (KK.messages.contact[0]?.text ?? '').slice(5, 40);
const DEMO_ONLY = [FICTION, 'mockServiceWorker', 'PGlite', 'create table audit_event', OPENING.demo.kk];

function textOf(dist: string): { names: readonly string[]; text: string } {
  const names = globSync('**/*.*', { cwd: dist });
  const readable = names.filter((name) => /\.(?:js|css|html|json|webmanifest|map)$/.test(name));
  return { names, text: readable.map((name) => readFileSync(join(dist, name), 'utf8')).join('\n') };
}

test('the production bundle holds nothing of the demonstration', () => {
  const { names, text } = textOf(join(ROOT, 'dist'));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => /\.(?:wasm|data|bin|map)$|mock/i.test(name))).toEqual([]);
  expect(DEMO_ONLY.filter((word) => text.includes(word))).toEqual([]);
});

test.describe('the demonstration on a static host, below a path @long', () => {
  test.describe.configure({ mode: 'serial', timeout: 300_000 });
  let dist = '';
  let site: StaticSite;

  test.beforeAll(async () => {
    test.setTimeout(300_000);
    dist = mkdtempSync(join(tmpdir(), 'otinish-demo-build-'));
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--mode', 'demo', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    site = await staticSite(dist, '/some/deep/path/');
  });
  test.afterEach(() => site.change(null));
  test.afterAll(async () => {
    await site?.close();
    rmSync(dist, { recursive: true, force: true });
  });

  const persona = (page: Page) =>
    page.locator('#root').getByRole('button', { name: t('role.privacy_officer') });
  const opened = async (page: Page, address = site.url) => {
    await page.goto(address);
    await expect(page.locator('#root h1')).toBeVisible({ timeout: 240_000 });
    await expect(page.locator('.opening')).toHaveCount(0);
  };
  const signedIn = async (page: Page, address = site.url) => {
    await opened(page, address);
    await persona(page).click();
    await expect(rowsOf(page).first()).toContainText(/\d{6}/, { timeout: 60_000 });
  };
  const rowsOf = (page: Page) => page.getByRole('table', { name: t('inbox.list') }).locator('tbody tr');

  test('contains the words that the production bundle is searched for', () => {
    const { text } = textOf(dist);
    expect(DEMO_ONLY.filter((word) => !text.includes(word))).toEqual([]);
  });

  test('says what it is and how far it has come before its parts have arrived', async ({ page }) => {
    const held = Promise.withResolvers<void>();
    await page.context().route('**/*.bin', async (route) => {
      await held.promise;
      await route.continue();
    });
    await page.goto(site.url, { waitUntil: 'commit' });
    await expect(page.getByText(OPENING.demo.kk)).toBeVisible();
    await expect(page.getByText(OPENING.demo.ru)).toBeHidden();
    const bar = page.getByRole('progressbar', { name: OPENING.progress.kk });
    await expect(bar).toHaveAttribute('aria-valuetext', new RegExp(STEP_WORDS.download.kk));
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
    held.resolve();
    await expect
      .poll(async () => Number(await bar.getAttribute('aria-valuenow').catch(() => '100')), {
        timeout: 240_000,
      })
      .toBeGreaterThan(20);
    await expect(persona(page)).toBeVisible({ timeout: 240_000 });
    await expect(page.locator('.opening')).toHaveCount(0);
  });

  test('keeps persona, page and changes through a reload, and shares them with another tab', async ({
    page,
    context,
  }) => {
    const errors = watchErrors(page);
    await signedIn(page);
    await rowsOf(page).first().locator('a').first().click();
    await expect(page).toHaveURL(/\/some\/deep\/path\/#\/requests\/NP-\d{4}-\d{6}/);
    await expect(page).toHaveTitle(/NP-\d{4}-\d{6}/);
    const [reference = ''] = /NP-\d{4}-\d{6}/.exec(page.url()) ?? [];
    expect(await noted(page, reference, NOTE)).toBe(201);
    const before = page.url();

    await page.reload();
    await expect(page).toHaveTitle(new RegExp(reference), { timeout: 240_000 });
    expect(page.url()).toBe(before);
    await expect(page.getByText(NOTE)).toBeVisible();
    await expect(page.locator('.opened-note')).toHaveCount(0);

    // A second reload replays what the first has replayed and written.
    await page.reload();
    await expect(page.getByText(NOTE)).toBeVisible({ timeout: 240_000 });
    expect(errors).toEqual([]);

    const other = await context.newPage();
    await other.goto(before);
    await expect(other.getByText(NOTE)).toBeVisible({ timeout: 240_000 });
    await other.close();
  });

  test('opens from an address without its last slash, and a one-time link in it', async ({ page }) => {
    await opened(page, `${site.url.slice(0, -1)}#/link#token-of-nobody`);
    await expect(page).toHaveURL(`${site.url}#/link`);
  });

  test('signs out to its own sign-in page', async ({ page }) => {
    await signedIn(page);
    await page.getByRole('button', { name: t('shell.person_menu') }).click();
    await page.getByRole('button', { name: t('action.session.sign_out'), exact: true }).click();
    await expect(persona(page)).toBeVisible({ timeout: 240_000 });
    await expect(page).toHaveURL(`${site.url}#/sign-in`);
  });

  test('begins anew on another day and says so', async ({ page }) => {
    await signedIn(page);
    // Away from the page, so that its worker ends and writes its own day no more.
    await page.goto(`${site.url}icon.svg`);
    await setDay(page, site.url, '2026-01-05');
    await page.goto(site.url);
    await expect(page.getByRole('status').filter({ hasText: NOTICES.new_day.kk })).toBeVisible({
      timeout: 240_000,
    });
    await expect(persona(page)).toBeVisible({ timeout: 240_000 });
  });

  const prefixed = (file: RegExp, code: string) => (name: string, bytes: Buffer | null) =>
    bytes && file.test(name) ? Buffer.from(code + bytes.toString()) : bytes;

  test('opens where the browser stores nothing, and says so', async ({ page }) => {
    site.change(prefixed(/worker-.*\.js$/, 'indexedDB.open = () => { throw new Error("refused"); };\n'));
    await opened(page);
    await expect(page.getByRole('status').filter({ hasText: NOTICES.no_storage.kk })).toBeVisible();
    await page.getByRole('button', { name: OPENING.close.kk }).click();
    await expect(page.getByText(NOTICES.no_storage.kk)).toHaveCount(0);
  });

  test('runs in a worker of its own where the browser has no shared ones', async ({ page, context }) => {
    await context.addInitScript('delete globalThis.SharedWorker');
    await signedIn(page);
    await page.reload();
    await expect(rowsOf(page).first()).toContainText(/\d{6}/, { timeout: 240_000 });
    const other = await context.newPage();
    await opened(other);
    await expect(other.getByText(NOTICES.other_tab.kk)).toBeVisible();
  });

  const REFUSALS: readonly {
    what: string;
    why: keyof typeof OBSTACLES;
    script?: string;
    missing?: RegExp;
  }[] = [
    { what: 'no WebAssembly', why: 'wasm', script: 'delete globalThis.WebAssembly' },
    {
      what: 'no service workers',
      why: 'service_worker',
      script: 'delete Navigator.prototype.serviceWorker',
    },
    { what: 'no Temporal', why: 'old', script: 'delete globalThis.Temporal' },
    { what: 'a service worker that is refused', why: 'service_worker', missing: /mockServiceWorker/ },
    { what: 'a worker that is refused', why: 'worker', missing: /worker-.*\.js$/ },
    { what: 'a part that is missing', why: 'download', missing: /image-.*\.bin$/ },
    { what: 'an application that is missing', why: 'download', missing: /vendor-.*\.js$/ },
  ];
  for (const { what, why, script, missing } of REFUSALS)
    test(`says in a sentence why it does not open: ${what}`, async ({ page }) => {
      if (script) await page.addInitScript(script);
      if (missing) site.change((name, bytes) => (missing.test(name) ? null : bytes));
      await page.goto(site.url);
      const alert = page.getByRole('alert');
      await expect(alert).toContainText(OBSTACLES[why].kk, { timeout: 240_000 });
      await expect(alert).toHaveCount(1);
      await expect(page.getByRole('button', { name: OPENING.again.kk })).toBeVisible();
    });
});

const NOTE = 'Қайта жүктеуден кейін де тұратын ескертпе';

/** Adds a note to the open request through the page, as its own dialog does; returns the status. */
function noted(page: Page, reference: string, text: string): Promise<number> {
  return page.evaluate(
    async ({ reference, text, path, method }) => {
      const listed = await fetch('/api/requests').then((response) => response.json());
      const { id } = listed.items.find((item: { reference: string }) => item.reference === reference);
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID() };
      const body = JSON.stringify({ text });
      return (await fetch(path.replace('{id}', id), { method, headers, body })).status;
    },
    { reference, text, path: addNote.path, method: addNote.method },
  );
}

/** Makes what the demo has kept that of another day, once no worker of it holds its lock. */
function setDay(page: Page, place: string, day: string): Promise<void> {
  return page.evaluate(
    ({ name, day }) =>
      navigator.locks.request(
        name,
        () =>
          new Promise<void>((resolve, reject) => {
            const opening = indexedDB.open(name);
            opening.onerror = () => reject(opening.error);
            opening.onsuccess = () => {
              const transaction = opening.result.transaction('held', 'readwrite');
              const store = transaction.objectStore('held');
              const reading = store.get('held');
              reading.onsuccess = () => store.put({ ...reading.result, day }, 'held');
              transaction.oncomplete = () => {
                opening.result.close();
                resolve();
              };
            };
          }),
      ),
    { name: `otinish-demo ${place}`, day },
  );
}
