import { beforeAll, expect, it } from 'vitest';
import { changeCalendar, type GivenYear, rehearseCalendar } from '#contract/calendar.ts';
import { getRequest } from '#contract/requests-read.ts';
import { answerOutside, closeRequest, takeRequest } from '#contract/requests-write.ts';
import { readSession } from '#contract/session.ts';
import { readSettings } from '#contract/settings.ts';
import { deadlinesOf } from '#domain/request/deadlines.ts';
import { type RequestType, typeRow } from '#domain/request/types.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { bySystem, record } from '#server/audit/record/record.ts';
import type { Tx } from '#server/deps.ts';
import { runNow } from '#server/jobs/runner.ts';
import type { StoredRequest } from '#server/requests/facts.ts';
import { loadCalendar, workingCalendar } from '#server/settings/stored-calendar.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, type TestPerson, testApp } from '#tests/server/app-harness.ts';
import { type Desk, deskOf } from '#tests/server/desk.ts';
import { CALENDAR_JOB, recompute } from './job.ts';
import { recomputeBatch } from './recompute.ts';

/** The shipped year with more free days. */
function year2026(...free: readonly string[]): GivenYear {
  const days = CALENDAR.holidays.filter(({ date }) => date.startsWith('2026'));
  return {
    year: 2026,
    confirmed: true,
    source: 'Үкімет қаулысы № 900',
    holidays: [
      ...days.map(({ date, code, insteadOf = null }) => ({ on: date, code, insteadOf })),
      ...free.map((on) => ({ on, code: 'moved_day_off' as const, insteadOf: null })),
    ],
    movedWorkingDays: [],
  };
}

describeEachDatabase('the working calendar', (current) => {
  let app: TestApp;
  let desk: Desk;
  let people: TestApp['people'];
  beforeAll(async () => {
    app = await testApp(current().db);
    desk = deskOf(app);
    ({ people } = app);
  });

  const settings = async (as = people.administrator) => (await app.call(readSettings, {}, as)).body;
  const revision = async () => (await settings()).calendar.revision;
  const change = async (body: GivenYear, as: TestPerson = people.administrator) =>
    app.call(changeCalendar, { body, version: await revision() }, as);
  const rehearse = (body: GivenYear, as: TestPerson = people.administrator) =>
    app.call(rehearseCalendar, { body }, as);
  /** Ends what earlier tests left and returns to the shipped days. */
  const fresh = async () => {
    await app.db.kysely
      .updateTable('request')
      .set({ status: 'closed', closed_at: app.clock.now().toString(), outcome: 'no_reply_needed' })
      .where('status', '<>', 'closed')
      .execute();
    await change(year2026());
  };
  const moves = async (id: string) =>
    (await desk.events(id)).filter(({ event }) => event === 'request.dates_moved');

  it('shows before saving which open requests move, by how much, and whom to tell', async () => {
    await fresh();
    const [taken, untaken] = [await desk.request('contact'), await desk.request('incident')];
    await desk.act(takeRequest, taken, people.support);
    const before = await desk.row(untaken);
    const { body, status } = await rehearse(year2026('2026-11-11', '2026-12-10'));
    expect(status).toBe(200);
    expect(body).toMatchObject({
      days: [
        { on: '2026-11-11', becomes: 'free' },
        { on: '2026-12-10', becomes: 'free' },
      ],
      moved: 2,
      earlier: 1,
      overdue: 0,
    });
    expect(body.rows).toEqual([
      {
        reference: before.reference,
        person: null,
        role: 'privacy_officer',
        moves: [
          { what: 'notify_authority', from: '2026-11-11', to: '2026-11-12' },
          { what: 'act_by', from: '2026-12-10', to: '2026-12-09' },
        ],
      },
      {
        reference: (await desk.row(taken)).reference,
        person: { id: people.support.id, name: people.support.name },
        role: null,
        moves: [
          { what: 'act_by', from: '2026-12-10', to: '2026-12-09' },
          { what: 'target', from: '2026-11-12', to: '2026-11-13' },
        ],
      },
    ]);
    expect(body.tell).toHaveLength(2);
    // Nothing is saved by it.
    expect(await desk.row(untaken)).toEqual(before);
    expect((await settings()).calendar.version).not.toContain('2026-12-10');
  });

  it('computes every open request concerned again when it is saved, each with its event', async () => {
    await fresh();
    const ids = [await desk.request('contact'), await desk.request('incident')];
    const rehearsed = await rehearse(year2026('2026-11-11', '2026-12-10'));
    const { body, status } = await change(year2026('2026-11-11', '2026-12-10'));
    expect([status, body.calendar.pending, rehearsed.body.moved]).toEqual([200, 0, 2]);
    const [contact, incident] = [await desk.row(ids[0] ?? ''), await desk.row(ids[1] ?? '')];
    expect(contact).toMatchObject({ due_on: '2026-12-10', act_by: '2026-12-09', order_on: '2026-12-09' });
    expect(incident).toMatchObject({
      due_on: '2026-12-10',
      order_on: '2026-11-12',
      late_after: '2026-11-12',
    });
    expect(JSON.parse(incident.steps)).toMatchObject([{ dueOn: '2026-11-12' }]);
    expect(await moves(incident.id)).toEqual([
      {
        event: 'request.dates_moved',
        actor: people.administrator.id,
        data: {
          because: 'calendar',
          calendar: body.calendar.version,
          notify_authority: '2026-11-11 2026-11-12',
          act_by: '2026-12-10 2026-12-09',
        },
      },
    ]);
    const read = await app.call(getRequest, { params: { id: incident.id } }, people.privacy_officer);
    expect(read.body).toMatchObject({ actBy: '2026-12-09', steps: [{ dueOn: '2026-11-12' }] });
    // The change is no conflict for somebody who is working on the request.
    expect(read.body.version).toBe(1);
  });

  it('is the same in the browser, which computes the stored dates by the calendar of its session', async () => {
    await fresh();
    const ids = [await desk.request('withdrawal'), await desk.request('objection')];
    await change(year2026('2026-11-12', '2026-12-10'));
    const { calendar } = (await app.call(readSession, {}, people.privacy_officer)).body;
    for (const id of ids)
      expect(byBrowser(await desk.row(id), calendar)).toEqual(asStored(await desk.row(id)));
    expect((await app.call(readSession, {}, null)).body.calendar).toBeNull();
  });

  it('moves no date of a request that is answered or closed', async () => {
    await fresh();
    const [answered, closed] = [await desk.request('contact'), await desk.request('contact')];
    await desk.act(answerOutside, answered, people.support, {
      channel: 'phone',
      at: app.clock.now().toString(),
      text: 'Телефонмен айтылды',
    });
    await desk.act(closeRequest, closed, people.support, { outcome: 'no_reply_needed', reason: 'Жарнама' });
    expect((await rehearse(year2026('2026-12-10'))).body.moved).toBe(0);
    const before = await desk.row(closed);
    await change(year2026('2026-12-10'));
    expect(await desk.row(closed)).toEqual(before);
    expect(await moves(answered)).toEqual([]);
  });

  it('of many requests is computed by a job that goes on where it was stopped', async () => {
    await fresh();
    const first = await desk.row(await desk.request('contact'));
    await copies(app, first, 449);
    const { body } = await change(year2026('2026-12-10'));
    expect(body.calendar.pending).toBe(450);
    expect((await desk.row(first.id)).act_by).toBe('2026-12-10');
    // One batch is committed, and the process dies in the middle of the next.
    await app.db.transaction((tx) => batch(app, tx));
    const killed = app.db.transaction(async (tx) => {
      await batch(app, tx);
      throw new Error('killed');
    });
    await expect(killed).rejects.toThrow('killed');
    expect((await settings()).calendar.pending).toBe(350);
    expect(await runNow(app.deps, recompute)).toBe(true);
    expect((await settings()).calendar.pending).toBe(0);
    const { n, requests } = await app.db.kysely
      .selectFrom('audit_event')
      .innerJoin('request', (join) =>
        join.on((eb) => eb(eb.cast<string>('request.id', 'text'), '=', eb.ref('audit_event.object_ref'))),
      )
      .where('request.subject_id', '=', first.subject_id)
      .where('code', '=', 'RQ033')
      .select((eb) => [eb.fn.countAll().as('n'), eb.fn.count('object_ref').distinct().as('requests')])
      .executeTakeFirstOrThrow();
    expect([Number(n), Number(requests)]).toEqual([450, 450]);
    const other = await app.db.kysely
      .selectFrom('request')
      .select('id')
      .where('subject_id', '=', first.subject_id)
      .where('act_by', '<>', '2026-12-09')
      .execute();
    expect(other).toEqual([]);
  });

  it('finds what a process that had not heard of the change wrote meanwhile', async () => {
    await fresh();
    await change(year2026('2026-12-10'));
    // The test application counts with the shipped calendar, as such a process does.
    const id = await desk.request('contact');
    expect((await desk.row(id)).act_by).toBe('2026-12-10');
    await runNow(app.deps, recompute);
    expect(await desk.row(id)).toMatchObject({ act_by: '2026-12-09', version: 1 });
    expect(await moves(id)).toMatchObject([{ actor: null, data: { because: 'calendar' } }]);
  });

  it('takes a new year, and says who confirmed which', async () => {
    await fresh();
    const given = { ...year2026(), year: 2028, holidays: [], confirmed: false };
    const { body } = await change(given, people.privacy_officer);
    expect(body.calendar.years.at(-1)).toMatchObject({ year: 2028, confirmed: false, confirmedBy: null });
    const { body: again } = await change({ ...given, confirmed: true }, people.privacy_officer);
    expect(again.calendar.years.at(-1)).toMatchObject({
      confirmed: true,
      confirmedBy: people.privacy_officer.name,
      source: 'Үкімет қаулысы № 900',
    });
    // No day changed, so no date can move.
    expect(again.calendar.version).toBe(body.calendar.version);
  });

  it('refuses a day of another year, a day named twice and a working day that is one anyway', async () => {
    const faults = async (more: Partial<GivenYear>) =>
      (await rehearse({ ...year2026(), holidays: [], ...more })).body.errors;
    const day = (on: string) => ({ on, code: 'moved_day_off' as const, insteadOf: null });
    expect(await faults({ holidays: [day('2027-01-05')] })).toEqual([
      { pointer: '/holidays/0/on', code: 'mismatch' },
    ]);
    expect(await faults({ holidays: [day('2026-06-01'), day('2026-06-01')] })).toEqual([
      { pointer: '/holidays/1/on', code: 'already_used' },
    ]);
    expect(await faults({ movedWorkingDays: ['2026-06-01'] })).toEqual([
      { pointer: '/movedWorkingDays/0', code: 'not_for_type' },
    ]);
  });

  it('is not changed on a stale version', async () => {
    const stale = await app.call(changeCalendar, { body: year2026(), version: 999 }, people.administrator);
    expect([stale.status, stale.body.current.calendar.years.length > 1]).toEqual([412, true]);
  });

  it('is changed by the administrator and the privacy officer only', async () => {
    for (const person of [people.support, people.manager, people.auditor]) {
      expect((await rehearse(year2026(), person)).status).toBe(403);
      const answer = await app.call(changeCalendar, { body: year2026(), version: 1 }, person);
      expect(answer.status).toBe(403);
    }
  });
});

function asStored({ act_by, order_on, target_on, steps }: StoredRequest) {
  return { actBy: act_by, orderOn: order_on, targetOn: target_on, steps: JSON.parse(steps) };
}

function byBrowser({ type, received_at }: StoredRequest, calendar: typeof CALENDAR) {
  const { steps, target } = typeRow(type as RequestType);
  const given = { receivedAt: Temporal.Instant.from(received_at), steps, target, events: [] };
  const made = deadlinesOf(given, calendar);
  return { actBy: made.actBy, orderOn: made.orderOn, targetOn: made.targetOn, steps: made.steps };
}

async function batch({ deps, clock }: TestApp, tx: Tx): Promise<void> {
  const calendar = workingCalendar((await loadCalendar(tx)).stored);
  const { facts } = await recomputeBatch(tx, calendar, clock.now(), 100);
  await record(tx, facts, bySystem(deps, clock.now(), 'JOB', CALENDAR_JOB));
}

/** Adds copies of a request, which need no values of their own here. */
async function copies({ db }: TestApp, row: StoredRequest, count: number): Promise<void> {
  const rows = Array.from({ length: count }, (_, at) => ({
    ...row,
    id: crypto.randomUUID(),
    reference: `${row.reference}${String(at).padStart(4, '0')}`,
  }));
  await db.transaction(async (tx) => {
    for (let from = 0; from < rows.length; from += 100)
      await tx
        .insertInto('request')
        .values(rows.slice(from, from + 100))
        .execute();
  });
}
