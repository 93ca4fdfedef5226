import { describe, expect, it } from 'vitest';
import { listRequests } from '#contract/requests-read.ts';
import { readSession, streamEvents } from '#contract/session.ts';
import { listStaffNames } from '#contract/staff.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { bySystem } from '#server/audit/record/record.ts';
import { recordTallies } from '#server/http/tally.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { sessionPace } from './session-pace.ts';

const RULE = { max: 6, seconds: 60 };

describe('the pace of a session', () => {
  const start = Temporal.Instant.from('2026-11-23T04:00:00Z');
  const hash = new Uint8Array([1, 2, 3]);
  const caller = { kind: 'nobody' } as const;
  const spent = () => {
    const pace = sessionPace(RULE);
    for (let n = 0; n < RULE.max; n += 1) pace.count(hash, caller, start);
    return pace;
  };
  const waits = (pace: ReturnType<typeof spent>, seconds: number) =>
    pace.wait(hash, start.add({ seconds }))?.seconds ?? null;

  it('lets the bucket empty at once, then a call for each part of the minute', () => {
    const pace = spent();
    expect([0, 4, 9, 10].map((second) => waits(pace, second))).toEqual([10, 6, 1, null]);
    pace.count(hash, caller, start.add({ seconds: 10 }));
    expect(waits(pace, 10)).toBe(10);
  });

  it('never waits longer than two buckets take, however many calls were let in together', () => {
    const pace = spent();
    for (let n = 0; n < 1_000; n += 1) pace.count(hash, caller, start);
    expect(waits(pace, 0)).toBe(70);
  });

  it('does not hold a session for ever because the clock was ahead', () => {
    const pace = sessionPace(RULE);
    for (let n = 0; n < RULE.max; n += 1) pace.count(hash, caller, start.add({ hours: 9_600 }));
    pace.count(hash, caller, start);
    expect(waits(pace, 20)).toBe(null);
  });
});

describeEachDatabase('a session that calls too often', (current) => {
  const asked = async ({ call }: TestApp, person: TestPerson) => call(listStaffNames, {}, person);
  const emptied = async () => {
    const app = await testApp(current().db, { sessionRate: RULE });
    for (let n = 0; n < RULE.max; n += 1) expect((await asked(app, app.people.support)).status).toBe(200);
    return app;
  };

  it('is told to wait, in every endpoint, while other sessions of the person go on', async () => {
    const app = await emptied();
    const { support } = app.people;
    const refused = await asked(app, support);
    expect([refused.status, refused.headers.get('retry-after'), refused.body.code]).toEqual([
      429,
      '10',
      'too_many_requests',
    ]);
    expect((await app.call(readSession, {}, support)).status).toBe(429);
    expect((await app.call(listRequests, { query: {} }, support)).status).toBe(429);
    expect((await app.call(streamEvents, {}, support)).status).toBe(429);
    const other = { ...support, token: await app.signIn(support) };
    expect((await asked(app, other)).status).toBe(200);
    app.clock.advance({ seconds: 10 });
    expect((await asked(app, support)).status).toBe(200);
  });

  it('leaves one event at once and the rest as a count', async () => {
    const app = await emptied();
    const { support } = app.people;
    const before = await refusals(app, support);
    for (let n = 0; n < 5; n += 1) await asked(app, support);
    expect(await refusals(app, support)).toEqual([...before, 1]);
    app.clock.advance({ seconds: 61 });
    const now = app.clock.now();
    const around = bySystem(app.deps, now, 'JOB', 'tallies');
    await app.db.transaction((tx) => recordTallies({ tx, now, ports: app.deps }, around));
    expect(await refusals(app, support)).toEqual([...before, 1, 4]);
  });

  it('is not counted by calls with tokens of no session', async () => {
    const app = await testApp(current().db, { sessionRate: RULE });
    const stranger = { ...app.people.support, token: 'x'.repeat(43) };
    const answers: number[] = [];
    for (let n = 0; n <= RULE.max; n += 1) answers.push((await asked(app, stranger)).status);
    expect(new Set(answers)).toEqual(new Set([401]));
  });
});

/** The counts of the refusals in the log, in order. */
async function refusals({ db }: TestApp, { id }: TestPerson): Promise<number[]> {
  const rows = await db.kysely
    .selectFrom('audit_event')
    .select('body')
    .where('object_ref', '=', id)
    .orderBy('seq')
    .execute();
  return rows
    .map(({ body }) => JSON.parse(body ?? '{}'))
    .filter(
      ({ code, data }) => code === AUDIT_EVENTS['access.refused'].code && data.code === 'too_many_requests',
    )
    .map(({ count }) => count);
}
