import { beforeAll, describe, expect, it, test } from 'vitest';
import { getAuditEvent, listAuditEvents } from '#contract/audit.ts';
import { type AuditDay, countAuditDays } from '#contract/audit-days.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { type Fact, record } from '../record/record.ts';
import { civilDaysOf, daysOfLog } from './days.ts';

const OBJECT = '0190a0a0-0000-7000-8000-00000000000b';
const about = { type: 'request', id: OBJECT };

/** Events around midnight in Almaty (19:00 UTC), on working days and days off. */
const PAST: readonly [at: string, who: 'privacy_officer' | 'support', fact: Fact][] = [
  ['2026-10-11T18:59:59Z', 'support', { event: 'request.opened', object: about }],
  ['2026-10-12T03:00:00Z', 'support', { event: 'request.opened', object: about }],
  ['2026-11-01T18:59:59.999Z', 'support', { event: 'request.listed', count: 3 }],
  ['2026-11-01T19:00:00Z', 'support', { event: 'request.opened', object: about }],
  ['2026-11-02T06:00:00Z', 'support', { event: 'access.refused', outcome: 'denied', object: about }],
  ['2026-11-02T06:01:00Z', 'support', { event: 'access.refused', outcome: 'denied' }],
  [
    '2026-11-02T06:02:00Z',
    'privacy_officer',
    { event: 'request.revealed', object: about, fields: ['phone'] },
  ],
  ['2026-11-09T06:00:00Z', 'privacy_officer', { event: 'staff.changed' }],
];

describeEachDatabase('the log by day', (current) => {
  let desk: TestApp;
  beforeAll(async () => {
    desk = await testApp(current().db);
    for (const [at, who, fact] of PAST) {
      const { id, name, roles } = desk.people[who];
      await desk.db.transaction((tx) =>
        record(tx, [fact], {
          caller: {
            kind: 'person',
            id,
            name,
            roles,
            session: { mark: 'abcd0123', authenticated: 'password' },
          },
          requestId: 'r-1',
          method: 'GET',
          route: '/api/requests/{id}',
          at: Temporal.Instant.from(at),
          newId: desk.deps.newId,
          vault: desk.deps.vault,
        }),
      );
    }
  });

  const days = (query: Record<string, unknown>, who: keyof TestApp['people'] = 'auditor') =>
    desk.call(countAuditDays, { query }, desk.people[who]);
  const filled = async (...args: Parameters<typeof days>) => busy((await days(...args)).body.days);

  it('counts the last thirty days in the desk’s time zone, including empty days', async () => {
    const { status, body } = await days({ to: '2026-11-09T19:00:00Z' });
    expect([status, body.from, body.to, body.days.length, body.capped]).toEqual([
      200,
      '2026-10-11',
      '2026-11-09',
      30,
      false,
    ]);
    expect(busy(body.days)).toEqual([
      { on: '2026-10-11', count: 1, denied: 0 },
      { on: '2026-10-12', count: 1, denied: 0 },
      { on: '2026-11-01', count: 1, denied: 0 },
      { on: '2026-11-02', count: 4, denied: 2 },
      { on: '2026-11-09', count: 1, denied: 0 },
    ]);
  });

  it.each<[string, Record<string, unknown>]>([
    ['everything', {}],
    ['an outcome', { outcome: 'denied' }],
    ['a reading', { read: 'seen' }],
    ['a kind of work', { group: 'security' }],
    ['an object', { object: OBJECT }],
    ['single events', { event: 'request.listed,request.revealed' }],
    [
      'a time that begins and ends within a day',
      { from: '2026-11-01T19:00:00Z', to: '2026-11-02T06:01:00Z' },
    ],
  ])('agrees with the list under the filter of %s', async (_, filter) => {
    const query = { from: '2026-10-01T19:00:00Z', to: '2026-11-09T19:00:00Z', ...filter };
    const counted = await filled(query);
    const { body } = await desk.call(listAuditEvents, { query }, desk.people.auditor);
    expect(body.total.count).toBeGreaterThan(0);
    expect(counted).toEqual(byDay(body.items));
  });

  it('agrees with the list under the filter of a person', async () => {
    const query = { actor: desk.people.support.id, to: '2026-11-09T19:00:00Z', from: '2026-10-01T19:00:00Z' };
    const { body } = await desk.call(listAuditEvents, { query }, desk.people.auditor);
    expect(await filled(query)).toEqual(byDay(body.items));
  });

  it('counts for an administrator only the events that role may read', async () => {
    expect(await filled({ to: '2026-11-09T19:00:00Z' }, 'administrator')).toEqual([
      { on: '2026-11-02', count: 2, denied: 2 },
      { on: '2026-11-09', count: 1, denied: 0 },
    ]);
    expect(await filled({ to: '2026-11-09T19:00:00Z', read: 'seen' }, 'administrator')).toEqual([]);
  });

  it('is refused to roles that may not read the log', async () => {
    expect([(await days({}, 'support')).status, (await days({}, 'manager')).status]).toEqual([403, 403]);
  });

  it('is recorded with the names of its filters', async () => {
    await days({ object: 'Аты-жөні' });
    const { body } = await desk.call(
      listAuditEvents,
      { query: { event: 'audit.counted' } },
      desk.people.auditor,
    );
    const opened = await desk.call(getAuditEvent, { params: { id: body.items[0].id } }, desk.people.auditor);
    expect(JSON.parse(opened.body.body)).toMatchObject({
      code: 'AU003',
      count: 0,
      data: { filters: 'object' },
    });
    expect(opened.raw).not.toContain('Аты-жөні');
  });

  it('leaves out days that were not counted in full, and says so', async () => {
    const until = { to: '2026-11-09T19:00:00Z' };
    const counted = (filter: Record<string, string>, most: number) =>
      desk.db.transaction((tx) => daysOfLog(tx, { ...until, ...filter }, 'all', desk.clock.now(), most));
    const [part, tiny, exact] = [
      await counted({}, 3),
      await counted({}, 0),
      await counted({ object: OBJECT }, 1),
    ];
    // The bound of three events ends in the middle of 2 November, so that day is not counted in full.
    expect([part.from, part.capped, busy(part.days)]).toEqual([
      '2026-11-03',
      true,
      [{ on: '2026-11-09', count: 1, denied: 0 }],
    ]);
    expect([tiny.from, tiny.to, tiny.capped]).toEqual(['2026-11-09', '2026-11-09', true]);
    expect([exact.capped, busy(exact.days).length]).toEqual([false, 3]);
  });

  it('answers a range that ends before it begins with one empty day', async () => {
    const { body } = await days({ from: '2026-11-09T00:00:00Z', to: '2026-11-02T00:00:00Z' });
    expect(body).toEqual({
      from: '2026-11-02',
      to: '2026-11-02',
      days: [{ on: '2026-11-02', count: 0, denied: 0 }],
      capped: false,
    });
  });
});

describe('the days of a filter', () => {
  const now = Temporal.Instant.from('2026-11-22T06:00:00Z');
  const span = (filter: { from?: string; to?: string }) => {
    const { days, cut } = civilDaysOf(filter, now);
    return [days[0], days.at(-1), days.length, cut];
  };

  test.each([
    [{}, '2026-10-24', '2026-11-22', 30, false],
    [{ to: '2027-05-01T00:00:00Z' }, '2026-10-24', '2026-11-22', 30, false],
    [{ from: '2026-11-20T19:00:00Z' }, '2026-11-21', '2026-11-22', 2, false],
    [{ from: '2020-01-01T00:00:00Z' }, '2026-08-23', '2026-11-22', 92, true],
    [{ from: '2026-08-22T19:00:00Z' }, '2026-08-23', '2026-11-22', 92, false],
    [{ from: '2026-11-01T19:00:00Z', to: '2026-11-02T19:00:00Z' }, '2026-11-02', '2026-11-02', 1, false],
    [
      { from: '2026-11-01T19:00:00Z', to: '2026-11-02T19:00:00.000000001Z' },
      '2026-11-02',
      '2026-11-03',
      2,
      false,
    ],
  ])('%o runs from %s to %s', (filter, ...expected) => {
    expect(span(filter)).toEqual(expected);
  });
});

function busy(days: readonly AuditDay[]): readonly AuditDay[] {
  return days.filter(({ count }) => count > 0);
}

/** The same counts, computed from the rows of the list. */
function byDay(items: readonly { at: string; outcome: string }[]): readonly AuditDay[] {
  const groups = Object.groupBy(items, ({ at }) => civilDateAt(Temporal.Instant.from(at)));
  return Object.entries(groups)
    .map(([on, rows = []]) => ({
      on,
      count: rows.length,
      denied: rows.filter(({ outcome }) => outcome === 'denied').length,
    }))
    .toSorted((one, other) => (one.on < other.on ? -1 : 1));
}
