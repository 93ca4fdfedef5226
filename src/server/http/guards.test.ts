import { expect, it } from 'vitest';
import { readSession, saveProfile } from '#contract/session.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { ORIGIN, testApp } from '#tests/server/app-harness.ts';

const CHANGE = { body: { language: 'en' as const } };

describeEachDatabase('the guards before every call', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const language = async () =>
      (await app.call(readSession, {}, app.people.support)).body.me.profile.language as string;
    return { ...app, language };
  };

  it.each([
    ['another site by fetch', { 'sec-fetch-site': 'cross-site', origin: 'https://evil.example' }],
    ['a sister site', { 'sec-fetch-site': 'same-site', origin: 'https://other.desk.example' }],
    ['another port of this machine', { 'sec-fetch-site': 'same-site', origin: 'http://127.0.0.1:9999' }],
    ['a sandboxed frame', { origin: 'null' }],
    ['an origin that only begins like ours', { origin: `${ORIGIN}.evil.example` }],
    ['a browser that tells no origin', { 'sec-fetch-site': 'cross-site' }],
  ])('refuses a change asked for by %s', async (_who, headers) => {
    const { call, people, language } = await started();
    const answer = await call(saveProfile, CHANGE, people.support, { headers });
    expect([answer.status, answer.body.code]).toEqual([403, 'cross_site']);
    expect(await language()).toBe('kk');
  });

  it.each([
    ['our own pages', { 'sec-fetch-site': 'same-origin', origin: ORIGIN }],
    ['a program', {}],
  ])('accepts a change asked for by %s', async (_who, headers) => {
    const { call, people, language } = await started();
    expect((await call(saveProfile, CHANGE, people.support, { headers })).status).toBe(200);
    expect(await language()).toBe('en');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data; boundary=x', ''])(
    'refuses a body that a form could send (%s)',
    async (type) => {
      const { call, people } = await started();
      const answer = await call(saveProfile, CHANGE, people.support, { headers: { 'content-type': type } });
      expect([answer.status, answer.body.code]).toEqual([415, 'unsupported_media_type']);
    },
  );

  it('changes nothing on GET, HEAD or an unknown method', async () => {
    const { fetch, people, language } = await started();
    const headers = { cookie: `sid=${people.support.token}` };
    const statuses: number[] = [];
    for (const method of ['GET', 'HEAD', 'PUT', 'OPTIONS', 'POST'])
      statuses.push((await fetch('/api/session/profile', { method, headers })).status);
    expect(statuses).toEqual([405, 405, 405, 405, 405]);
    expect(await language()).toBe('kk');
  });

  it('sends no CORS headers to other sites', async () => {
    const { fetch } = await started();
    const answer = await fetch('/api/session', {
      method: 'OPTIONS',
      headers: { origin: 'https://evil.example', 'access-control-request-method': 'POST' },
    });
    const allowed = [...answer.headers.keys()].filter((name) => name.startsWith('access-control-'));
    expect([answer.status, allowed]).toEqual([403, []]);
  });

  it('refuses a call to this machine under a foreign name', async () => {
    const { app } = await started();
    const answer = await app.fetch(new Request('http://rebound.evil.example:8080/api/session'));
    expect(answer.status).toBe(403);
  });

  it.each(['/api/session', '/api/nothing', '/api/health/live', '/api/requests'])(
    'marks every answer as private and inert: %s',
    async (path) => {
      const { fetch } = await started();
      const { headers } = await fetch(path);
      expect(Object.fromEntries(EXPECTED.map((name) => [name, headers.get(name)]))).toMatchInlineSnapshot(`
        {
          "cache-control": "no-store",
          "content-security-policy": "default-src 'none'; frame-ancestors 'none'",
          "cross-origin-opener-policy": "same-origin",
          "cross-origin-resource-policy": "same-origin",
          "referrer-policy": "no-referrer",
          "strict-transport-security": null,
          "x-content-type-options": "nosniff",
        }
      `);
    },
  );

  it('sends HSTS and a __Host- cookie behind TLS', async () => {
    const config = {
      publicUrl: 'https://desk.example.kz',
      origin: 'https://desk.example.kz',
      plainHttp: false,
    };
    const { call, people } = await testApp(current().db, { config });
    const answer = await call(readSession, {}, people.support, { headers: { cookie: 'sid=x' } });
    expect(answer.headers.get('strict-transport-security')).toContain('max-age=31536000');
    const cookie = answer.headers.get('set-cookie');
    expect(cookie).toBeNull();
    const gone = await call(readSession, {}, { token: 'nobody' });
    expect(gone.headers.get('set-cookie')).toBe(
      '__Host-sid=; Max-Age=0; Path=/; HttpOnly; Secure; SameSite=Strict',
    );
  });

  it('refuses an overlong URL, an overlong body and a body nested too deep', async () => {
    const { fetch, people } = await started();
    const headers = { cookie: `sid=${people.support.token}`, 'content-type': 'application/json' };
    const patch = (body: string) => fetch('/api/session/profile', { method: 'PATCH', headers, body });
    expect((await fetch(`/api/session?x=${'a'.repeat(9_000)}`)).status).toBe(413);
    expect((await patch(JSON.stringify({ language: 'x'.repeat(600_000) }))).status).toBe(413);
    expect((await patch(`${'['.repeat(10_000)}${']'.repeat(10_000)}`)).status).toBe(400);
  });
});

const EXPECTED = [
  'cache-control',
  'content-security-policy',
  'cross-origin-opener-policy',
  'cross-origin-resource-policy',
  'referrer-policy',
  'strict-transport-security',
  'x-content-type-options',
];
