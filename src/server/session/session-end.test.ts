import { expect, it } from 'vitest';
import { readSession, saveProfile, signOut, touchSession } from '#contract/session.ts';
import { changeStaff, disableStaff, listStaffNames } from '#contract/staff.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';

describeEachDatabase('a session', (current) => {
  const status = async ({ call }: TestApp, person: TestPerson) =>
    (await call(listStaffNames, {}, person)).status;

  it('ends at sign-out, which also clears the cookie and the cache', async () => {
    const app = await testApp(current().db);
    const out = await app.call(signOut, {}, app.people.support);
    expect(out.headers.get('clear-site-data')).toBe('"cache"');
    expect(out.headers.get('set-cookie')).toContain('sid=;');
    expect(await status(app, app.people.support)).toBe(401);
  });

  it('ends when the person is disabled', async () => {
    const app = await testApp(current().db);
    const { support, administrator } = app.people;
    const input = { params: { id: support.id }, body: { reason: 'Жұмыстан кетті' }, version: 1 };
    expect((await app.call(disableStaff, input, administrator)).status).toBe(200);
    expect(await status(app, support)).toBe(401);
  });

  it('ends when the person’s roles change', async () => {
    const app = await testApp(current().db);
    const { support, administrator } = app.people;
    const input = { params: { id: support.id }, body: { roles: ['manager' as const] }, version: 1 };
    expect((await app.call(changeStaff, input, administrator)).status).toBe(200);
    expect(await status(app, support)).toBe(401);
  });

  it('ends with the account’s last day', async () => {
    const app = await testApp(current().db);
    const temp = await app.person(['support'], { endsOn: '2026-11-10' });
    expect(await status(app, temp)).toBe(200);
    app.clock.set('2026-11-10T18:59:59Z'); // 23:59:59 in Almaty
    const late = { ...temp, token: await app.signIn(temp) };
    expect(await status(app, late)).toBe(200);
    app.clock.set('2026-11-10T19:00:00Z');
    expect(await status(app, late)).toBe(401);
  });

  it('ends after 30 idle minutes, not before', async () => {
    const app = await testApp(current().db);
    app.clock.advance({ minutes: 29, seconds: 59 });
    expect(await status(app, app.people.support)).toBe(200);
    app.clock.advance({ minutes: 30 });
    expect(await status(app, app.people.support)).toBe(401);
  });

  it('ends after twelve hours even when in use', async () => {
    const app = await testApp(current().db);
    for (let n = 0; n < 35; n += 1) {
      app.clock.advance({ minutes: 20 });
      await app.call(touchSession, { body: {} }, app.people.support);
    }
    expect(await status(app, app.people.support)).toBe(200);
    app.clock.advance({ minutes: 20 });
    expect(await status(app, app.people.support)).toBe(401);
  });

  it('is not extended by reading its state', async () => {
    const app = await testApp(current().db);
    app.clock.advance({ minutes: 20 });
    await app.call(readSession, {}, app.people.support);
    app.clock.advance({ minutes: 20 });
    expect(await status(app, app.people.support)).toBe(401);
  });

  it('says when it will end', async () => {
    const { call, people } = await testApp(current().db);
    const { body } = await call(readSession, {}, people.support);
    expect([body.idleUntil, body.endsAt].map((at) => Date.parse(at))).toEqual([
      Date.parse('2026-11-10T10:30:00Z'),
      Date.parse('2026-11-10T22:00:00Z'),
    ]);
  });

  it('is refused when the token is damaged, missing or sent twice', async () => {
    const app = await testApp(current().db);
    const { token } = app.people.support;
    for (const cookie of [
      `sid=${token.slice(1)}`,
      'sid=',
      `sid=${token}; sid=${token}`,
      `__Host-sid=${token}`,
    ]) {
      const answer = await app.call(listStaffNames, {}, null, { headers: { cookie } });
      expect(answer.status).toBe(401);
    }
  });

  it('stores a person’s preferences, and only those', async () => {
    const { call, people } = await testApp(current().db);
    const saved = await call(saveProfile, { body: { language: 'ru', keys: false } }, people.support);
    expect(saved.body).toEqual({ language: 'ru', theme: 'system', keys: false });
    const more = { language: 'ru', roles: ['administrator'] } as never;
    expect((await call(saveProfile, { body: more }, people.support)).status).toBe(400);
  });
});
