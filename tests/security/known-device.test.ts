/** Strangers cannot lock a person out: a device on which they have signed in before has a counter of its own. */
import { describe, expect, it } from 'vitest';
import { inspectLink, signIn, signOut } from '#contract/session.ts';
import { tallies } from '#server/process/upkeep-jobs.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type Answer, type TestApp, testApp } from '#tests/server/app-harness.ts';

const PASSWORD = 'қобыз үні далаға жетті';
const WRONG = 'мүлде басқа құпиясөз мәтіні';
const OFFICE = '203.0.113.7';

describeEachDatabase('a known device', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const hash = await app.deps.passwords.hash(PASSWORD);
    const colleague = async () => {
      const person = await app.person(['support'], { email: `${crypto.randomUUID()}@desk.example` });
      await app.db.kysely
        .updateTable('person')
        .set({ password_hash: hash })
        .where('id', '=', person.id)
        .execute();
      return person;
    };
    const person = await colleague();
    const enter = (password: string, cookie = '', address = OFFICE, email = person.email) =>
      app.call(signIn, { body: { email, password } }, null, { headers: cookie ? { cookie } : {}, address });
    /** From ever other networks and from the office, as far as they are heard. */
    const strangersGuess = async (times: number) => {
      for (let n = 0; n < times; n += 1) {
        await enter(WRONG, '', n % 2 ? OFFICE : `198.51.100.${n}`);
        app.clock.advance({ seconds: 1 });
      }
    };
    return { ...app, app, person, colleague, enter, strangersGuess };
  };

  it('lets its person in while strangers guess at the account and at its network', async () => {
    const { enter, strangersGuess } = await started();
    const device = deviceIn(await enter(PASSWORD));
    await strangersGuess(60);
    expect((await enter(PASSWORD, '', '192.0.2.200')).status).toBe(429);
    expect((await enter(PASSWORD, device)).status).toBe(200);
  });

  it('has a counter of wrong passwords too', async () => {
    const { enter } = await started();
    const device = deviceIn(await enter(PASSWORD));
    const statuses: number[] = [];
    for (let n = 0; n < 4; n += 1) statuses.push((await enter(WRONG, device)).status);
    expect(statuses).toEqual([401, 401, 401, 429]);
    // The account's own counter was not touched: the person gets in elsewhere.
    expect((await enter(PASSWORD, '', '192.0.2.201')).status).toBe(200);
  });

  it('keeps its counter over a sign-in elsewhere and one of a colleague on it', async () => {
    const { enter, colleague } = await started();
    const other = await colleague();
    const device = deviceIn(await enter(PASSWORD));
    for (let n = 0; n < 3; n += 1) await enter(WRONG, device);
    const shared = deviceIn(await enter(PASSWORD, device, OFFICE, other.email));
    expect((await enter(PASSWORD, shared)).status).toBe(429);
  });

  it('is known to each of the colleagues who share it', async () => {
    const { enter, colleague, strangersGuess } = await started();
    const other = await colleague();
    const first = deviceIn(await enter(PASSWORD));
    const both = deviceIn(await enter(PASSWORD, first, OFFICE, other.email));
    await strangersGuess(40);
    expect((await enter(PASSWORD, both)).status).toBe(200);
  });

  it.each([
    [
      'of another person',
      async ({ enter, colleague }: Started) =>
        deviceIn(await enter(PASSWORD, '', OFFICE, (await colleague()).email)),
    ],
    ['altered', async ({ enter }: Started) => deviceIn(await enter(PASSWORD)).replace(/.{3}$/, 'AAA')],
    [
      'dated anew',
      async ({ enter }: Started) => deviceIn(await enter(PASSWORD)).replace(/\.\d+\./, '.99999.'),
    ],
    ['sent twice', async ({ enter }: Started) => deviceIn(await enter(PASSWORD)).replace(/^(.*)$/, '$1; $1')],
  ])('is none that is %s', async (_what, make) => {
    const stage = await started();
    const device = await make(stage);
    await stage.strangersGuess(40);
    expect((await stage.enter(PASSWORD, device)).status).toBe(429);
  });

  it('is forgotten after 180 days without a sign-in', async () => {
    const { enter, strangersGuess, clock } = await started();
    const device = deviceIn(await enter(PASSWORD));
    clock.advance({ hours: 24 * 179 });
    await strangersGuess(40);
    const renewed = await enter(PASSWORD, device);
    expect(renewed.status).toBe(200);
    clock.advance({ hours: 24 * 2 });
    await strangersGuess(40);
    expect((await enter(PASSWORD, device)).status).toBe(429);
    expect((await enter(PASSWORD, deviceIn(renewed))).status).toBe(200);
  });

  it('stays known after signing out, and says nothing of the person', async () => {
    const { enter, call, person } = await started();
    const entered = await enter(PASSWORD);
    const token = /sid=([\w-]+)/.exec(entered.headers.get('set-cookie') ?? '')?.[1] ?? '';
    const out = await call(signOut, {}, { token });
    expect(out.headers.getSetCookie().join()).not.toContain('device=');
    expect(out.headers.get('clear-site-data')).not.toContain('cookies');
    const device = deviceIn(entered);
    const text = Buffer.from(device.replaceAll(/[^\w-]/g, ''), 'base64url').toString();
    for (const part of [person.id, person.email]) expect(`${device} ${text}`).not.toContain(part);
  });

  describe('wrong tokens of links', () => {
    const guess = (app: TestApp, address: string) =>
      app.call(inspectLink, { body: { token: 'A'.repeat(43) } }, null, { address });

    it('are one event a minute and network, with the count of the rest', async () => {
      const { app, clock, deps } = await started();
      const before = (await wrongTokens(app)).length;
      for (let n = 1; n <= 8; n += 1) await guess(app, `2001:db8:5:7::${n}`);
      for (let n = 1; n <= 3; n += 1) await guess(app, '198.51.100.77');
      expect((await wrongTokens(app)).slice(before)).toEqual([1, 1]);
      clock.advance({ seconds: 60 });
      await tallies.run(deps);
      expect((await wrongTokens(app)).slice(before).toSorted()).toEqual([1, 1, 2, 7]);
    });

    it('are limited by the /64, not by the address', async () => {
      const { app } = await started();
      const statuses: number[] = [];
      for (let n = 1; n <= 21; n += 1) statuses.push((await guess(app, `2001:db8:6:7:${n}::1`)).status);
      expect(statuses.slice(-2)).toEqual([401, 429]);
      expect((await guess(app, '2001:db8:6:8::1')).status).toBe(401);
    });
  });
});

type Started = {
  enter: (password: string, cookie?: string, address?: string, email?: string) => Promise<Answer>;
  colleague: () => Promise<{ email: string }>;
};

const deviceIn = ({ headers }: Answer) => /device=[^;]*/.exec(headers.getSetCookie().join('\n'))?.[0] ?? '';

async function wrongTokens({ db }: TestApp): Promise<number[]> {
  const rows = await db.kysely
    .selectFrom('audit_event')
    .select('body')
    .where('code', '=', 'SS006')
    .where('outcome', '=', 'denied')
    .orderBy('seq')
    .execute();
  return rows.map(({ body }) => JSON.parse(body ?? '{}').count);
}
