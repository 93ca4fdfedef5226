/** The program as an operator starts it: first start, second process, console commands, shutdown. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, renameSync, rmSync, statSync } from 'node:fs';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, describe, expect, it } from 'vitest';
import { withDatabase } from '#tests/db/harness.ts';

const ROOT = join(import.meta.dirname, '../..');
const places: string[] = [];
const running: ChildProcess[] = [];

afterEach(() => {
  for (const child of running.splice(0)) child.kill('SIGKILL');
});
afterAll(() => {
  for (const place of places) rmSync(place, { recursive: true, force: true });
});

type Machine = { dir: string; port: number; env: NodeJS.ProcessEnv };

async function machine(more: NodeJS.ProcessEnv = {}): Promise<Machine> {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-process-'));
  places.push(dir);
  const port = await freePort();
  const own = {
    PATH: process.env.PATH,
    PORT: String(port),
    OTINISH_DATA_DIR: join(dir, 'data'),
    OTINISH_KEY_FILE: join(dir, 'keys/otinish.key'),
  };
  return { dir, port, env: { ...own, ...more } };
}

type Started = { child: ChildProcess; output: () => string; exit: Promise<number | null> };

function start({ env, dir }: Machine, ...flags: string[]): Started {
  const program = join(ROOT, 'src/server/main.ts');
  const child = spawn(process.execPath, [program, '--api-only', ...flags], { env, cwd: dir });
  running.push(child);
  let text = '';
  for (const stream of [child.stdout, child.stderr])
    stream.on('data', (chunk) => {
      text += String(chunk);
    });
  const exit = new Promise<number | null>((resolve) => child.once('exit', (code) => resolve(code)));
  return { child, output: () => text, exit };
}

async function ready({ port }: Machine, started: Started): Promise<void> {
  for (let n = 0; n < 600; n += 1) {
    if (started.child.exitCode !== null) throw new Error(started.output());
    const answer = await fetch(`http://127.0.0.1:${port}/api/health/ready`).catch(() => null);
    if (answer?.ok) return;
    await sleep(50);
  }
  throw new Error(`not ready: ${started.output()}`);
}

function otinish({ env, dir }: Machine, ...command: string[]) {
  const program = join(ROOT, 'src/server/cli.ts');
  const done = spawnSync(process.execPath, [program, ...command], { env, cwd: dir, encoding: 'utf8' });
  return { status: done.status, text: `${done.stdout}${done.stderr}` };
}

const linkIn = (text: string) => /\/link#([\w-]{43})/.exec(text)?.[1] ?? '';
const url = ({ port }: Machine, path: string) => `http://127.0.0.1:${port}${path}`;
const post = (at: Machine, path: string, body: object) =>
  fetch(url(at, path), {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

async function said({ output, child }: Started, what: RegExp): Promise<void> {
  for (let n = 0; n < 600 && !what.test(output()) && child.exitCode === null; n += 1) await sleep(50);
  expect(output()).toMatch(what);
}

describe('on a bare machine', () => {
  it('starts, tells how to get the first link, and refuses a second process naming the first', async () => {
    const here = await machine();
    const first = start(here);
    await ready(here, first);
    await said(first, /There is no administrator yet/);
    expect(first.output()).not.toContain('/link#');
    const token = linkIn(otinish(here, 'admin-link').text);
    expect((await post(here, '/api/session/link/inspect', { token })).status).toBe(200);
    expect(statSync(join(here.dir, 'keys/otinish.key')).mode & 0o777).toBe(0o400);
    expect(statSync(join(here.dir, 'data')).mode & 0o777).toBe(0o700);

    const second = start({ ...here, env: { ...here.env, PORT: String(await freePort()) } });
    expect(await second.exit).toBe(1);
    expect(second.output()).toContain(`in use by process ${first.child.pid}`);
    expect((await fetch(url(here, '/api/health/ready'))).status).toBe(200);

    const made = otinish(here, 'admin-link');
    expect([made.status, linkIn(made.text)]).toEqual([0, expect.stringMatching(/^.{43}$/)]);
    expect((await post(here, '/api/session/link/inspect', { token })).status).toBe(401);
    const name = {
      name: 'Әлихан Бөкенов',
      email: 'alikhan@desk.example',
      password: 'жаңбырлы күзгі таң атты',
    };
    expect((await post(here, '/api/session/link', { token: linkIn(made.text), ...name })).status).toBe(200);
    expect(otinish(here, 'admin-link', 'somebody@desk.example').text).toContain(
      'admin-link alikhan@desk.example',
    );
    expect(otinish(here, 'admin-link').text).toContain('For alikhan@desk.example');
    expect(statSync(join(here.dir, 'data/control.sock')).mode & 0o777).toBe(0o600);

    expect(otinish(here, 'backup').status).toBe(0);
    const [dump = ''] = readdirSync(join(here.dir, 'data/backups'));
    expect(otinish(here, 'restore', join(here.dir, 'data/backups', dump)).text).toContain(
      'in use by process',
    );

    first.child.kill('SIGTERM');
    expect(await first.exit).toBe(0);
    expect(otinish(here, 'restore', join(here.dir, 'data/backups', dump)).status).toBe(0);

    const again = start(here);
    await ready(here, again);
    expect(again.output()).not.toContain('/link#');
    again.child.kill('SIGTERM');
    await again.exit;

    renameSync(join(here.dir, 'keys/otinish.key'), join(here.dir, 'keys/elsewhere.key'));
    const keyless = start(here);
    expect(await keyless.exit).toBe(1);
    expect(keyless.output()).toContain('its file');
    expect(existsSync(join(here.dir, 'keys/otinish.key'))).toBe(false);

    const stranger = await machine();
    const other = start(stranger);
    await ready(stranger, other);
    other.child.kill('SIGTERM');
    await other.exit;
    renameSync(join(stranger.dir, 'keys/otinish.key'), join(here.dir, 'keys/otinish.key'));
    const wrong = start(here);
    expect(await wrong.exit).toBe(1);
    expect(wrong.output()).toContain('not the one these data were encrypted with');
  });

  it('refuses plain http beyond this machine', async () => {
    const open = start(await machine({ HOST: '0.0.0.0' }));
    expect(await open.exit).toBe(1);
    expect(open.output()).toMatch(/plain http.*127\.0\.0\.1/);
  });
});

describe('on PostgreSQL', () => {
  const served = async () => {
    const database = await withDatabase('postgres', { schema: 'empty' });
    const urls = database.urls ?? { app: '', owner: '', superuser: '' };
    const here = await machine({ DATABASE_URL: urls.app, OTINISH_MIGRATE_URL: urls.owner });
    return { database, urls, here };
  };

  it('says that the schema is missing, migrates on command, and runs in two processes', async () => {
    const { database, urls, here } = await served();
    const without = start({ ...here, env: { ...here.env, OTINISH_MIGRATE_URL: '' } });
    expect(await without.exit).toBe(1);
    expect(without.output()).toContain('OTINISH_MIGRATE_URL');
    expect(otinish(here, 'migrate').text).toContain('Applied: 0001-foundation');
    expect(otinish(here, 'migrate').text).toContain('The schema is current');

    const first = start(here);
    await ready(here, first);
    const there = { ...here, port: await freePort() };
    const second = start({
      ...there,
      env: { ...there.env, PORT: String(there.port), DATABASE_URL: urls.app },
    });
    await ready(there, second);
    const { text } = otinish(here, 'admin-link');
    expect((await post(there, '/api/session/link/inspect', { token: linkIn(text) })).status).toBe(200);
    for (const each of [first, second]) {
      each.child.kill('SIGTERM');
      expect(await each.exit).toBe(0);
    }
    await database.close();
  });

  it('finishes the calls under way when it is told to stop, and takes no new ones', async () => {
    const { database, here } = await served();
    otinish(here, 'migrate');
    const server = start(here);
    await ready(here, server);
    const call = await underWay(here.port, { email: 'nobody@desk.example', password: 'x' });
    server.child.kill('SIGTERM');
    expect(await call.finish(), server.output()).toContain('HTTP/1.1 401');
    await expect(fetch(url(here, '/api/health/ready'))).rejects.toThrow();
    expect(await server.exit).toBe(0);
    await database.close();
  });
});

describe('limits', () => {
  it('cut whoever sends too much or too slowly, and serve the others meanwhile', async () => {
    const here = await machine();
    const server = start(here);
    await ready(here, server);
    const long = await fetch(url(here, '/api/session'), { headers: { 'x-long': 'a'.repeat(100_000) } });
    expect(long.status).toBe(431);
    const sockets = await Promise.all(Array.from({ length: 300 }, () => heldOpen(here.port)));
    expect((await fetch(url(here, '/api/health/live'))).status).toBe(200);
    const closed = sockets.map((socket) => new Promise((done) => socket.once('close', done)));
    await Promise.all(closed);
    expect((await fetch(url(here, '/api/health/live'))).status).toBe(200);
    expect(
      (await raw(here.port, 'TRACE /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\n\r\n')).slice(9, 12),
    ).toMatch(/405|400|501/);
    const both =
      'POST /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nContent-Length: 4\r\nTransfer-Encoding: chunked\r\n\r\n';
    expect((await raw(here.port, both)).slice(9, 12)).toBe('400');
  });
});

/** A client that begins a request and never completes it. */
function heldOpen(port: number) {
  return new Promise<ReturnType<typeof connect>>((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => {
      socket.write('GET /api/session HTTP/1.1\r\nHost: 127.0.0.1\r\nX-Slow: ');
      resolve(socket);
    });
    socket.on('error', reject);
    socket.resume();
  });
}

/** A sign-in whose headers the server has accepted and whose body it is waiting for. */
async function underWay(port: number, body: unknown): Promise<{ finish(): Promise<string> }> {
  const text = JSON.stringify(body);
  const socket = connect(port, '127.0.0.1');
  let answer = '';
  const accepted = Promise.withResolvers<void>();
  const closed = new Promise<string>((resolve) => socket.once('close', () => resolve(answer)));
  socket.on('error', accepted.reject);
  socket.on('data', (chunk) => {
    answer += String(chunk);
    if (answer.includes('100 Continue')) accepted.resolve();
    if (answer.includes('HTTP/1.1 4')) socket.end();
  });
  socket.write(
    `POST /api/session HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nContent-Type: application/json\r\nContent-Length: ${Buffer.byteLength(text)}\r\nExpect: 100-continue\r\n\r\n`,
  );
  await accepted.promise;
  return {
    finish: () => {
      socket.write(text);
      return closed;
    },
  };
}

function raw(port: number, bytes: string): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.on('data', (chunk) => {
      text += String(chunk);
      socket.end();
    });
    socket.once('close', () => resolve(text));
    socket.on('error', () => resolve(text));
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}
