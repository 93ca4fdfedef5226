/** The two builds: the demo works from any static server, and the production build contains nothing of it. */
import { execFile } from 'node:child_process';
import { globSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from '@playwright/test';
import { translator } from '#i18n/translator.ts';
import { KK } from '#mocks/fictional/messages-kk.ts';
import { watchErrors } from './desk.ts';

const ROOT = join(import.meta.dirname, '../..');
const { t } = translator('kk');

/** A sentence of the fictional messages, and words of the modules that only the demo needs. */
const FICTION = (KK.messages.contact[0]?.text ?? '').slice(5, 40);
const DEMO_ONLY = [FICTION, 'mockServiceWorker', 'PGlite', 'create table audit_event'];

function textOf(dist: string): { names: readonly string[]; text: string } {
  const names = globSync('**/*.*', { cwd: dist });
  const readable = names.filter((name) => /\.(?:js|css|html|json|webmanifest|map)$/.test(name));
  return { names, text: readable.map((name) => readFileSync(join(dist, name), 'utf8')).join('\n') };
}

test('the production bundle holds nothing of the demonstration', () => {
  const { names, text } = textOf(join(ROOT, 'dist'));
  expect(names.length).toBeGreaterThan(10);
  expect(names.filter((name) => /\.(?:wasm|data|map)$|mock/i.test(name))).toEqual([]);
  expect(DEMO_ONLY.filter((word) => text.includes(word))).toEqual([]);
});

test('the demonstration works from a static server @long', async ({ page }) => {
  test.setTimeout(240_000);
  const dist = mkdtempSync(join(tmpdir(), 'otinish-demo-build-'));
  const server = staticServer(dist);
  try {
    const vite = join(ROOT, 'node_modules/vite/bin/vite.js');
    const args = [vite, 'build', '--mode', 'demo', '--outDir', dist, '--emptyOutDir', '--logLevel', 'warn'];
    await promisify(execFile)(process.execPath, args, { cwd: ROOT });
    // The words that the other test looks for do appear in a demo build, so their absence there means something.
    const { text } = textOf(dist);
    expect(DEMO_ONLY.filter((word) => !text.includes(word))).toEqual([]);

    const errors = watchErrors(page);
    const port = await server.listen();
    await page.goto(`http://127.0.0.1:${port}/`);
    await page.getByRole('button', { name: t('role.privacy_officer') }).click({ timeout: 120_000 });
    const rows = page.getByRole('table', { name: t('inbox.list') }).locator('tbody tr');
    await expect(rows.first()).toContainText(/\d{6}/);
    await rows.first().locator('a').first().click();
    await expect(page).toHaveURL(/\/requests\/NP-\d{4}-\d{6}/);
    await expect(page).toHaveTitle(/NP-\d{4}-\d{6}/);
    expect(errors).toEqual([]);
  } finally {
    await server.close();
    rmSync(dist, { recursive: true, force: true });
  }
});

/** Serves files, and the page for any other path, as hosts of static sites do. */
function staticServer(dist: string) {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://127.0.0.1');
    const name = extname(pathname) === '' ? 'index.html' : pathname.slice(1);
    try {
      const bytes = readFileSync(join(dist, name));
      response.writeHead(200, { 'content-type': TYPES[extname(name)] ?? 'application/octet-stream' });
      response.end(bytes);
    } catch {
      response.writeHead(404).end();
    }
  });
  return {
    listen: () =>
      new Promise<number>((resolve) => {
        server.listen(0, '127.0.0.1', () => {
          const address = server.address();
          resolve(typeof address === 'object' && address ? address.port : 0);
        });
      }),
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

const TYPES: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.wasm': 'application/wasm',
  '.woff2': 'font/woff2',
};
