/** The listening server as seen from a raw socket: methods, paths, hosts and origins that it must refuse. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { sourcesOf } from '#build/built-from.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { readEnvironment } from '#server/process/environment.ts';
import { type Running, startServer } from '#server/process/start-node.ts';
import { openSession } from '#server/session/sessions.ts';
import { embeddedDir } from '#tests/db/embedded-dir.ts';

let root: string;
let dataDir: string;
let running: Running;
let cookie: string;
const PERSON = {
  id: '0190a000-0000-7000-8000-000000000001',
  name: 'Сания Дукенбаева',
  roles: ['support' as const],
};

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), 'otinish-posture-'));
  // A careless deployment: files beside the interface that must never be served.
  for (const [path, text] of Object.entries({
    'package.json': '{"version":"0.0.0-test"}',
    'dist/index.html': '<!doctype html><title>Otinish</title>',
    'dist/assets/app-1a2b.js': 'export const here = true;',
    'dist/assets/app-1a2b.js.map': '{"sources":["../src/secret.ts"]}',
    'dist/.git/config': '[remote "origin"]',
    'dist/.env': 'DATABASE_URL=postgres://…',
  })) {
    mkdirSync(join(root, path, '..'), { recursive: true });
    writeFileSync(join(root, path), text);
  }
  writeFileSync(join(root, 'dist/.built-from.json'), JSON.stringify(sourcesOf(root)));
  dataDir = await embeddedDir();
  const now = () => Temporal.Now.instant();
  running = await startServer({
    commands: () => ({}),
    environment: readEnvironment(
      { PORT: '0', OTINISH_DATA_DIR: dataDir, OTINISH_KEY_FILE: join(root, 'keys/otinish.key') },
      null,
    ),
    now,
    newId: () => crypto.randomUUID(),
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
    version: '0.0.0-test',
    root,
    say: () => undefined,
    showsLink: false,
  });
  const { deps } = running;
  await deps.db.transaction(async (tx) => {
    const at = now().toString();
    const account = { email: signInAddress('saniya@desk.example'), password_hash: '-', created_at: at };
    const rest = { ends_on: null, disabled_at: null, last_seen_at: null };
    await tx
      .insertInto('person')
      .values({ ...PERSON, ...account, ...rest })
      .execute();
    const { token } = await openSession({ tx, ports: deps, now: now() }, PERSON, 'password', null);
    cookie = `sid=${token}`;
  });
});
afterAll(async () => {
  await running?.stop();
  for (const dir of [root, dataDir]) rmSync(dir, { recursive: true, force: true });
});

const EVIL = 'https://evil.example';
const PAGE = { accept: 'text/html', 'sec-fetch-mode': 'navigate' };
const JSON_BODY = { 'content-type': 'application/json' };
type Row = readonly [
  method: string,
  path: string,
  headers: Record<string, string>,
  expected: number,
  body?: string,
];

const TABLE: Readonly<Record<string, readonly Row[]>> = {
  'methods nobody needs': [
    ['TRACE', '/', {}, 405],
    ['TRACE', '/api/session', { 'x-mirror-me': 'secret' }, 405],
    ['PROPFIND', '/', {}, 405],
    ['OPTIONS', '/api/requests', {}, 405],
    ['PUT', '/index.html', {}, 405],
    ['DELETE', '/assets/app-1a2b.js', {}, 405],
    ['HEAD', '/api/session', {}, 405],
    ['HEAD', '/api/requests', {}, 405],
    ['HEAD', '/', {}, 200],
  ],
  'a method named elsewhere than in its place': [
    [
      'POST',
      '/api/session/profile',
      { ...JSON_BODY, 'x-http-method-override': 'PATCH' },
      405,
      '{"language":"en"}',
    ],
    [
      'POST',
      '/api/session/profile',
      { ...JSON_BODY, 'x-method-override': 'PATCH' },
      405,
      '{"language":"en"}',
    ],
    ['POST', '/api/session/profile?_method=PATCH', JSON_BODY, 405, '{"language":"en"}'],
    ['GET', '/api/session/profile', { 'x-http-method': 'PATCH' }, 405],
  ],
  'files that are not the interface': [
    ['GET', '/.git/config', {}, 404],
    ['GET', '/.git/config', PAGE, 404],
    ['GET', '/.env', PAGE, 404],
    ['GET', '/assets/app-1a2b.js.map', {}, 404],
    ['GET', '/package.json', {}, 404],
    ['GET', '/src/server/main.ts', {}, 404],
    ['GET', '/..%2f..%2fkeys/otinish.key', {}, 404],
    ['GET', '/../keys/otinish.key', {}, 404],
    ['GET', '//etc/passwd', {}, 404],
    ['GET', '/assets/%00', {}, 404],
    ['GET', '/metrics', {}, 404],
    ['GET', '/server-status', {}, 404],
    ['GET', '/api/metrics', {}, 404],
    ['GET', '/api/../.env', {}, 404],
    ['POST', '/api/session/persona', JSON_BODY, 404, '{"role":"support"}'],
    ['GET', '/assets/app-1a2b.js', {}, 200],
  ],
  'other sites': [
    ['GET', '/api/session', { origin: EVIL }, 200],
    ['OPTIONS', '/api/session', { origin: EVIL, 'access-control-request-method': 'POST' }, 403],
    ['PATCH', '/api/session/profile', { ...JSON_BODY, origin: EVIL }, 403, '{"language":"en"}'],
    ['PATCH', '/api/session/profile', { ...JSON_BODY, origin: 'null' }, 403, '{"language":"en"}'],
    [
      'PATCH',
      '/api/session/profile',
      { ...JSON_BODY, 'sec-fetch-site': 'cross-site' },
      403,
      '{"language":"en"}',
    ],
    ['PATCH', '/api/session/profile', { 'content-type': 'text/plain' }, 415, '{"language":"en"}'],
    ['GET', '/api/session', { host: 'rebound.evil.example' }, 403],
    ['GET', `${EVIL}/api/session`, {}, 403],
  ],
};

describe.each(Object.entries(TABLE))('%s', (_name, rows) => {
  for (const [method, path, headers, expected, body] of rows)
    it(`${method} ${path} ${JSON.stringify(headers)} → ${expected}`, async () => {
      const answer = await ask(method, path, headers, body);
      expect(answer.status).toBe(expected);
      expect(Object.keys(answer.headers).filter((name) => UNWANTED.test(name))).toEqual([]);
      expect(answer.headers['x-content-type-options']).toBe('nosniff');
      if (path.startsWith('/api/') && !path.includes('..'))
        expect(answer.headers['cache-control']).toBe('no-store');
      expect(answer.body).not.toMatch(/secret|\[remote|DATABASE_URL|node_modules|\n\s+at /);
      if (method === 'HEAD') expect(answer.body).toBe('');
    });
});

const UNWANTED = /^(access-control-|server$|x-powered-by$|via$)/;

it('after all of this the person’s language is what it was', async () => {
  const { body } = await ask('GET', '/api/session', {});
  expect(JSON.parse(body).me).toMatchObject({ name: PERSON.name, profile: { language: 'kk' } });
});

it('a tunnel is refused, and so are a request without a host and one with two', async () => {
  const first = (bytes: string) => raw(bytes).then((text) => text.slice(9, 12));
  expect(await raw('CONNECT evil.example:443 HTTP/1.1\r\nHost: evil.example\r\n\r\n')).not.toMatch(/ 200 /);
  expect(await first('GET /api/session HTTP/1.1\r\n\r\n')).toBe('400');
  expect(
    await first(
      'GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n',
    ),
  ).toBe('400');
});

type Answer = { status: number; headers: IncomingHttpHeaders; body: string };

/** Sends the path unchanged; fetch and browsers would normalise it. */
function ask(method: string, path: string, headers: Record<string, string>, body?: string): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const asked = request(
      { host: '127.0.0.1', port: running.port, method, path, headers: { cookie, ...headers }, agent: false },
      (response) => {
        let text = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          text += chunk;
        });
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }),
        );
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

function raw(bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(running.port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      text += String(chunk);
      socket.end();
    });
    socket.once('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });
}
