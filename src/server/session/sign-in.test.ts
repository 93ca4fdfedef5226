import { describe, expect, it } from 'vitest';
import { readSession, signIn } from '#contract/session.ts';
import { tallies } from '#server/process/upkeep-jobs.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

const PASSWORD = 'ұзақ әрі сенімді құпиясөз';
const WRONG = 'мүлде басқа құпиясөз мәтіні';

describeEachDatabase('signing in', (current) => {
  const started = async () => {
    const app = await testApp(current().db);
    const person = await app.person(['support'], { email: `${crypto.randomUUID()}@desk.example` });
    const hash = await app.deps.passwords.hash(PASSWORD);
    await app.db.kysely
      .updateTable('person')
      .set({ password_hash: hash })
      .where('id', '=', person.id)
      .execute();
    const enter = (password: string, email = person.email, options = {}) =>
      app.call(signIn, { body: { email, password } }, null, options);
    return { ...app, person, enter };
  };

  it('opens a session that says who it is', async () => {
    const { enter, call, person } = await started();
    const entered = await enter(PASSWORD);
    expect(entered.status).toBe(200);
    const answer = await call(readSession, {}, { token: tokenOf(entered.headers) });
    expect(answer.body.me).toMatchObject({ id: person.id, roles: ['support'] });
  });

  it('takes the address in any case', async () => {
    const { enter, person } = await started();
    expect((await enter(PASSWORD, ` ${person.email.toUpperCase()}`)).status).toBe(200);
  });

  it('sets a cookie that scripts and other sites cannot read', async () => {
    const { enter } = await started();
    const [session, device, ...rest] = (await enter(PASSWORD)).headers.getSetCookie();
    expect(session).toMatch(
      /^sid=[\w-]{43}; Path=\/; Expires=Tue, 10 Nov 2026 22:00:00 GMT; HttpOnly; SameSite=Strict$/,
    );
    expect(device).toMatch(
      /^device=[\w.-]+; Path=\/; Expires=Sun, 09 May 2027 10:00:00 GMT; HttpOnly; SameSite=Strict$/,
    );
    expect(rest).toEqual([]);
  });

  it('stores no token in clear', async () => {
    const { enter, db } = await started();
    const token = tokenOf((await enter(PASSWORD)).headers);
    const rows = await db.kysely.selectFrom('session').select('id_hash').execute();
    const kept = rows.map(({ id_hash }) => Buffer.from(id_hash).toString('base64url'));
    expect(kept).not.toContain(token);
  });

  it('makes a token planted before it useless', async () => {
    const { enter, call, person, signIn: open } = await started();
    const planted = await open(person);
    const entered = await enter(PASSWORD, person.email, { headers: { cookie: `sid=${planted}` } });
    expect(tokenOf(entered.headers)).not.toBe(planted);
    expect((await call(readSession, {}, { token: planted })).body.me).toBeNull();
  });

  it('answers a wrong password and an unknown account alike', async () => {
    const { enter } = await started();
    const wrong = await enter(WRONG);
    const unknown = await enter(WRONG, 'nobody@desk.example');
    expect(wrong.status).toBe(401);
    expect(wrong.body).toEqual({ ...unknown.body, requestId: wrong.body.requestId });
  });

  it.each(['disabled', 'ended', 'invited'] as const)('lets no %s account in', async (state) => {
    const { enter, person, db } = await started();
    const change = {
      disabled: { disabled_at: '2026-11-01T00:00:00Z' },
      ended: { ends_on: '2026-11-09' },
      invited: { password_hash: null },
    }[state];
    await db.kysely.updateTable('person').set(change).where('id', '=', person.id).execute();
    expect((await enter(PASSWORD)).status).toBe(401);
  });

  it('lets an account in on its last day', async () => {
    const { enter, person, db } = await started();
    await db.kysely
      .updateTable('person')
      .set({ ends_on: '2026-11-10' })
      .where('id', '=', person.id)
      .execute();
    expect((await enter(PASSWORD)).status).toBe(200);
  });

  it('logs success and failure with the person’s id and without the e-mail address', async () => {
    const app = await started();
    await app.enter(WRONG);
    await app.enter(PASSWORD);
    const events = await eventsAbout(app, app.person.id);
    expect(events.map(({ code, outcome }) => [code, outcome])).toEqual([
      ['SS003', 'denied'],
      ['SS001', 'success'],
    ]);
    for (const { body } of events) expect(body).not.toContain('203.0.113.7');
  });

  describe('after failures', () => {
    it('requires a wait that doubles, and signs in after it', async () => {
      const { enter, clock } = await started();
      for (let n = 0; n < 3; n += 1) await enter(WRONG);
      expect((await enter(PASSWORD)).headers.get('retry-after')).toBe('1');
      clock.advance({ seconds: 1 });
      await enter(WRONG);
      const early = await enter(PASSWORD);
      expect([early.status, early.headers.get('retry-after')]).toEqual([429, '2']);
      clock.advance({ seconds: 2 });
      expect((await enter(PASSWORD)).status).toBe(200);
    });

    it('logs one refusal a minute that came too early, and the count of the rest', async () => {
      const app = await started();
      app.clock.advance({ minutes: 1 });
      await tallies.run(app.deps); // those of other tests
      const before = (await tooEarly(app)).length;
      for (let n = 0; n < 8; n += 1) await app.enter(WRONG);
      expect((await tooEarly(app)).slice(before)).toEqual([1]);
      app.clock.advance({ minutes: 1 });
      await tallies.run(app.deps);
      expect((await tooEarly(app)).slice(before)).toEqual([1, 4]);
    });

    it('requires the same wait for an account that does not exist', async () => {
      const { enter } = await started();
      const nobody = `${crypto.randomUUID()}@desk.example`;
      for (let n = 0; n < 3; n += 1) await enter(WRONG, nobody, { address: '203.0.113.50' });
      expect((await enter(WRONG, nobody, { address: '203.0.113.50' })).status).toBe(429);
    });

    it('evaluates three of sixteen simultaneous attempts', async () => {
      const { enter, person, db, deps } = await started();
      let hashed = 0;
      const verify = deps.passwords.verify;
      deps.passwords.verify = (...given) => {
        hashed += 1;
        return verify(...given);
      };
      const answers = await Promise.all(
        Array.from({ length: 16 }, () => enter(WRONG, person.email, { address: '203.0.113.51' })),
      );
      const statuses = answers.map(({ status }) => status);
      expect(statuses.filter((status) => status === 401)).toHaveLength(3);
      expect(statuses.filter((status) => status === 429)).toHaveLength(13);
      expect(hashed).toBeLessThanOrEqual(16);
      const rows = await db.kysely
        .selectFrom('audit_event')
        .select('code')
        .where('object_ref', '=', person.id)
        .execute();
      expect(rows).toHaveLength(3);
    });

    it('delays one address across accounts, and an IPv6 /64 as one address', async () => {
      const { enter } = await started();
      for (let n = 0; n < 10; n += 1)
        await enter(WRONG, `${crypto.randomUUID()}@desk.example`, { address: `2001:db8:0:7::${n + 1}` });
      const next = await enter(PASSWORD, undefined, { address: '2001:db8:0:7:ffff::1' });
      expect(next.status).toBe(429);
      expect((await enter(PASSWORD, undefined, { address: '2001:db8:0:8::1' })).status).toBe(200);
    });
  });

  it('renews a hash made with other parameters', async () => {
    const { enter, person, db, deps } = await started();
    const before = await hashOf(db, person.id);
    deps.passwords.needsRehash = () => true;
    await enter(PASSWORD);
    expect(await hashOf(db, person.id)).not.toBe(before);
  });

  it('counts nothing and opens nothing when the log cannot be written', async () => {
    const { enter, call, person, deps, db } = await started();
    deps.newId = () => 'not-an-id';
    const answer = await enter(PASSWORD);
    expect(answer.status).toBeGreaterThanOrEqual(400);
    expect(answer.headers.get('set-cookie')).toBeNull();
    const open = await db.kysely
      .selectFrom('session')
      .select('id_hash')
      .where('person_id', '=', person.id)
      .execute();
    expect(open).toHaveLength(1); // the harness's own
    expect((await call(readSession, {})).body.me).toBeNull();
  });
});

function tokenOf(headers: Headers): string {
  return /sid=([\w-]+)/.exec(headers.get('set-cookie') ?? '')?.[1] ?? '';
}

function eventsAbout({ db }: Pick<TestApp, 'db'>, id: string) {
  return db.kysely
    .selectFrom('audit_event')
    .select(['code', 'outcome', 'body'])
    .where('object_ref', '=', id)
    .orderBy('seq')
    .execute();
}

/** The counts of refusals without a look at the password. */
async function tooEarly({ db }: Pick<TestApp, 'db'>): Promise<number[]> {
  const rows = await db.kysely
    .selectFrom('audit_event')
    .select('body')
    .where('code', '=', 'SS003')
    .orderBy('seq')
    .execute();
  return rows
    .map(({ body }) => JSON.parse(body ?? '{}'))
    .filter(({ data }) => data?.code === 'too_many_requests')
    .map(({ count }) => count);
}

async function hashOf(db: TestApp['db'], id: string) {
  const query = db.kysely.selectFrom('person').select('password_hash').where('id', '=', id);
  return (await query.executeTakeFirstOrThrow()).password_hash;
}
