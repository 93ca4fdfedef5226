import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { siteFrom } from './static-node.ts';

const directory = mkdtempSync(join(tmpdir(), 'otinish-site-'));
mkdirSync(join(directory, 'assets'));
const HTML = '<!doctype html><html><head><meta property="csp-nonce" nonce="__CSP_NONCE__"></head></html>';
writeFileSync(join(directory, 'index.html'), HTML);
writeFileSync(join(directory, 'assets/app-1a2b.js'), 'export {};'.repeat(200));
writeFileSync(join(directory, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>');
writeFileSync(join(directory, '.env'), 'SECRET=1');
afterAll(() => rmSync(directory, { recursive: true }));

const site = siteFrom(directory, { secure: false });
const get = (path: string, headers: Record<string, string> = {}, method = 'GET') =>
  site(new Request(`http://127.0.0.1:8080${path}`, { method, headers }));
const NAVIGATION = { 'sec-fetch-mode': 'navigate', accept: 'text/html' };

describe('the page', () => {
  it('has a new nonce each time, the same as in its policy', async () => {
    const nonceOf = async () => {
      const answer = await get('/', NAVIGATION);
      const nonce = /nonce="([\w-]{22})"/.exec(await answer.text())?.[1];
      expect(answer.headers.get('content-security-policy')).toContain(
        `style-src-elem 'self' 'nonce-${nonce}'`,
      );
      return nonce;
    };
    expect(await nonceOf()).not.toBe(await nonceOf());
  });

  it('allows only scripts from this origin', async () => {
    const policy = (await get('/')).headers
      .get('content-security-policy')
      ?.replace(/nonce-[\w-]+/, 'nonce-R');
    expect(policy?.split('; ')).toEqual([
      "default-src 'none'",
      "script-src 'self'",
      "style-src-elem 'self' 'nonce-R'",
      "style-src-attr 'none'",
      "img-src 'self' data:",
      "font-src 'self'",
      "connect-src 'self'",
      "manifest-src 'self'",
      "worker-src 'self'",
      "form-action 'self'",
      "base-uri 'none'",
      "frame-ancestors 'none'",
      "require-trusted-types-for 'script'",
    ]);
  });

  it('is revalidated at every visit', async () => {
    expect((await get('/index.html')).headers.get('cache-control')).toBe('no-cache');
  });

  it.each(['/requests/NP-2026-000123', '/settings/mail', '/audit?event=1'])(
    'answers for every address of the interface: %s',
    async (path) => {
      const answer = await get(path, NAVIGATION);
      expect([answer.status, answer.headers.get('content-type')]).toEqual([200, 'text/html; charset=utf-8']);
    },
  );
});

it('lets clients cache hashed files for a year, and compresses them for clients that accept gzip', async () => {
  const plain = await get('/assets/app-1a2b.js');
  expect(plain.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
  const zipped = await get('/assets/app-1a2b.js', { 'accept-encoding': 'br, gzip' });
  expect(zipped.headers.get('content-encoding')).toBe('gzip');
  expect((await zipped.arrayBuffer()).byteLength).toBeLessThan((await plain.arrayBuffer()).byteLength);
});

it.each([
  ['/assets/app-old.js', {}],
  ['/assets/app-old.js', NAVIGATION],
  ['/favicon.png', NAVIGATION],
  ['/requests/NP-2026-000123', { accept: 'application/json' }],
  ['/.env', NAVIGATION],
  ['/.git/config', {}],
  ['/..%2f..%2fpackage.json', {}],
  ['/assets/app-1a2b.js.map', {}],
])('has no %s', async (path, headers) => {
  expect((await get(path, headers as Record<string, string>)).status).toBe(404);
});

it('answers HEAD without a body and no other method', async () => {
  const head = await get('/icon.svg', {}, 'HEAD');
  expect([head.status, await head.text()]).toEqual([200, '']);
  const post = await get('/', {}, 'POST');
  expect([post.status, post.headers.get('allow')]).toEqual([405, 'GET, HEAD']);
});

it('sends security headers, and HSTS over https', async () => {
  const { headers } = await get('/assets/app-1a2b.js');
  const names = ['x-content-type-options', 'referrer-policy', 'cross-origin-opener-policy'];
  expect(names.map((name) => headers.get(name))).toEqual(['nosniff', 'no-referrer', 'same-origin']);
  const secure = await siteFrom(directory, { secure: true })(new Request('https://desk.example.kz/'));
  expect(secure.headers.get('strict-transport-security')).toContain('max-age=31536000');
});
