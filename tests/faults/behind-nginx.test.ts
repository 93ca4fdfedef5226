/**
 * Two processes on PostgreSQL behind nginx as documented: restarts one after the other fail no call, live updates pass,
 * the caller's address is the one that nginx saw, and a renewed certificate needs a reload only.
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { connect, getCACertificates, setDefaultCACertificates } from 'node:tls';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { call, cookieOf, type DeskAccess, openDesk } from './client.ts';
import { type OwnCluster, ownCluster } from './cluster.ts';
import { startLoad } from './load.ts';
import { type Nginx, startNginx } from './nginx.ts';
import {
  besides,
  clearAway,
  firstLink,
  freePort,
  measured,
  newPlace,
  type Place,
  type Program,
  startProgram,
} from './program.ts';

const RESTARTS = 10;
const PAUSE_MS = 2_000;
const AUTHORITIES = getCACertificates('default');

describe('two processes behind nginx', () => {
  const dir = mkdtempSync(join(tmpdir(), 'otinish-nginx-'));
  let own: OwnCluster;
  let proxy: Nginx;
  let places: Place[];
  let programs: Program[];
  let desk: DeskAccess;
  const trust = () => setDefaultCACertificates([...AUTHORITIES, proxy.certificate()]);

  beforeAll(async () => {
    own = await ownCluster();
    const secure = await freePort();
    const env = {
      ...own.env,
      OTINISH_PUBLIC_URL: `https://localhost:${secure}`,
      OTINISH_TRUSTED_PROXY: '127.0.0.1',
    };
    const first = await newPlace(env);
    places = [first, await besides(first)];
    programs = [];
    // One after the other, as the schema is made by the first.
    for (const place of places) {
      const program = startProgram(place, [], 'pages');
      await program.ready();
      programs.push(program);
    }
    const [one, two] = places.map(({ port }) => port) as [number, number];
    proxy = await startNginx(dir, { plain: await freePort(), secure, processes: [one, two] });
    trust();
    desk = await openDesk(proxy.base, await firstLink(programs[0] as Program), 12);
  });
  afterAll(async () => {
    setDefaultCACertificates(AUTHORITIES);
    await proxy?.stop();
    await clearAway();
    await own?.remove();
    rmSync(dir, { recursive: true, force: true });
  });

  it(`fails no call during ${RESTARTS} restarts, ${PAUSE_MS / 1_000} s apart`, async () => {
    const load = startLoad({ bases: [proxy.base], desk, lines: 6, perSecond: 24 });
    for (let n = 0; n < RESTARTS; n += 1) {
      const at = n % 2;
      programs[at]?.signal('SIGTERM');
      expect(await programs[at]?.ended).toBe(0);
      programs[at] = startProgram(places[at] as Place, [], 'pages');
      await programs[at]?.ready();
      await sleep(PAUSE_MS);
    }
    await load.stop();
    measured(`${RESTARTS} restarts, ${load.acknowledged.length} calls, ${load.failures.length} failed`);
    expect(load.failures, proxy.errors().slice(-2_000)).toEqual([]);
    expect(load.acknowledged.length).toBeGreaterThan(200);
  });

  it('passes live updates on as they come, and a stream that ends with its process is opened on the other', async () => {
    const heard = await stream(proxy.base, desk.support);
    const load = startLoad({ bases: [proxy.base], desk, lines: 1 });
    await expect.poll(heard.text).toContain('"change"');
    await load.stop();
    for (const at of [0, 1]) {
      programs[at]?.signal('SIGTERM');
      await programs[at]?.ended;
      const again = await stream(proxy.base, desk.support);
      await expect.poll(again.text).not.toBe('');
      again.end();
      programs[at] = startProgram(places[at] as Place, [], 'pages');
      await programs[at]?.ready();
    }
    // It was open on one of the two.
    await heard.ended;
  });

  it('tells the server who calls, whatever the caller claims', async () => {
    const statuses: number[] = [];
    while (!statuses.includes(429) && statuses.length < 200)
      statuses.push(await failedSignIn(proxy.base, `198.51.100.${statuses.length % 250}`, '127.0.0.2'));
    expect(statuses.at(-1)).toBe(429);
    expect(await failedSignIn(proxy.base, '198.51.100.1', '127.0.0.3')).toBe(401);
  });

  it('lets Otinish itself refuse a body that is too large, and serves the pages', async () => {
    const body = { ...PERSON, password: 'x'.repeat(560_000) };
    const { status, body: problem } = await call(proxy.base, '/api/session', { body });
    expect([status, problem.code]).toEqual([413, 'too_large']);
    const page = await fetch(proxy.base);
    expect([page.status, page.headers.get('strict-transport-security')]).toEqual([
      200,
      expect.stringContaining('max-age'),
    ]);
  });

  it('serves a renewed certificate after a reload, which ends no call and no stream', async () => {
    const before = await servedCertificate(proxy.base);
    const heard = await stream(proxy.base, desk.support);
    const load = startLoad({ bases: [proxy.base], desk, lines: 2, perSecond: 10 });
    // Both are trusted while they are exchanged.
    const former = proxy.certificate();
    proxy.renew();
    setDefaultCACertificates([...AUTHORITIES, former, proxy.certificate()]);
    proxy.reload();
    await expect.poll(() => servedCertificate(proxy.base)).not.toBe(before);
    await expect.poll(heard.text).toContain('"change"');
    await load.stop();
    expect(load.failures).toEqual([]);
    heard.end();
  });
});

const PERSON = { email: 'nobody@desk.example', password: 'бәрібір қате құпиясөз' };

/** Opens the event stream and collects what it sends. */
async function stream(base: string, session: string) {
  const end = new AbortController();
  const headers = { cookie: `${cookieOf(base)}=${session}` };
  const response = await fetch(`${base}/api/events`, { headers, signal: end.signal });
  expect(response.status).toBe(200);
  let text = '';
  const reading = async () => {
    for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) text += chunk;
  };
  const ended = reading().catch(() => undefined);
  return { text: () => text, ended, end: () => end.abort() };
}

/** From an address of this machine, with a forged header. */
function failedSignIn(base: string, claimed: string, localAddress: string): Promise<number> {
  const body = JSON.stringify({ ...PERSON, email: `${Math.random().toString(36).slice(2)}@desk.example` });
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': claimed };
  return new Promise((resolve, reject) => {
    const asked = request(
      `${base}/api/session`,
      { method: 'POST', headers, localAddress, family: 4 },
      (answer) => {
        answer.resume();
        answer.once('end', () => resolve(answer.statusCode ?? 0));
      },
    );
    asked.once('error', reject);
    asked.end(body);
  });
}

function servedCertificate(base: string): Promise<string> {
  const { hostname: host, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = connect({ host, port: Number(port), servername: host, rejectUnauthorized: false }, () => {
      resolve(socket.getPeerCertificate().fingerprint256);
      socket.destroy();
    });
    socket.once('error', reject);
  });
}
