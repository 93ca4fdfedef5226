/** The demo's data in a real database: complete, consistent with the rules, encrypted. */
import { sql } from 'kysely';
import { beforeAll, expect, it } from 'vitest';
import { listAuditEvents } from '#contract/audit.ts';
import { getRequest, listRequests } from '#contract/requests-read.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { REQUEST_FIELDS, requestFields } from '#domain/request/fields.ts';
import { answerToday, isOverdue, type Sla, slaOf } from '#domain/request/sla.ts';
import { outcomes, statuses } from '#domain/request/status.ts';
import type { Step } from '#domain/request/steps.ts';
import { requestTypes } from '#domain/request/types.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { type Seeded, seed } from '#mocks/demo-seed.ts';
import type { StoredRequest } from '#server/requests/facts.ts';
import { saveRequest } from '#server/requests/work/derive.ts';
import { openSession } from '#server/session/sessions.ts';
import { countingStatements } from '#tests/db/counting-statements.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from './app-harness.ts';

describeEachDatabase('the seeded desk', (current) => {
  let desk: TestApp;
  let seeded: Seeded;
  let rows: StoredRequest[];
  let statements = 0;
  beforeAll(async () => {
    desk = await testApp(current().db);
    const counted = countingStatements(desk.db, () => {
      statements += 1;
    });
    const made = await seed({ ...desk.deps, db: counted }, civilDateAt(desk.clock.now()));
    if (!made) throw new Error('nothing was seeded');
    seeded = made;
    rows = await desk.db.kysely.selectFrom('request').selectAll().orderBy('reference').execute();
  });

  const today = () => civilDateAt(desk.clock.now());
  const slaOfRow = (row: StoredRequest): Sla =>
    slaOf(
      {
        dueOn: row.due_on,
        actBy: row.act_by,
        receivedOn: row.received_on,
        steps: JSON.parse(row.steps) as Step[],
        answeredOn: row.answered_on,
        closed: row.closed_at !== null,
      },
      today(),
    );
  const tokenOf = async (who: keyof Seeded['people']) => {
    const { id, name, roles } = seeded.people[who];
    const env = { ports: desk.deps, now: desk.clock.now() };
    return desk.db.transaction((tx) => openSession({ tx, ...env }, { id, name, roles }, 'persona', null));
  };

  it('is filled with at most fifteen statements a request, once', async () => {
    expect(statements).toBeLessThanOrEqual(240 * 15);
    expect(await seed(desk.deps, today())).toBeNull();
    expect(rows).toHaveLength(240);
  });

  it('has every kind, status and outcome, in three languages and by every channel', () => {
    expect(new Set(rows.map(({ type }) => type))).toEqual(new Set(requestTypes));
    expect(new Set(rows.map(({ status }) => status))).toEqual(new Set(statuses));
    expect(new Set(rows.flatMap(({ outcome }) => outcome ?? []))).toEqual(new Set(outcomes));
    expect(new Set(rows.map(({ language }) => language)).size).toBe(3);
    expect(new Set(rows.map(({ channel }) => channel)).size).toBe(5);
    expect(new Set(rows.flatMap(({ delay_reason }) => delay_reason ?? [])).size).toBeGreaterThan(0);
  });

  it('has work of every urgency', () => {
    const slas = rows.map(slaOfRow);
    const states = (state: Sla['state']) => slas.filter((sla) => sla.state === state).length;
    expect(slas.filter(isOverdue).length).toBeGreaterThanOrEqual(7);
    expect(slas.filter(isOverdue).length).toBeLessThanOrEqual(20);
    expect(slas.filter(answerToday).length).toBeGreaterThanOrEqual(5);
    expect(
      rows.filter((row) => row.closed_at === null && row.act_by === today()).length,
    ).toBeGreaterThanOrEqual(5);
    expect(states('urgent')).toBeGreaterThanOrEqual(6);
    expect(states('calm')).toBeGreaterThanOrEqual(15);
    expect([states('met') > 50, states('late') > 1, states('void') > 10]).toEqual([true, true, true]);
  });

  it('has decisions that wait for each of the officers', () => {
    const waiting = rows.filter(({ status }) => status === 'awaiting_approval');
    const proposers = new Set(waiting.map(({ move_not_person }) => move_not_person));
    expect(proposers).toEqual(new Set([seeded.people.officer.id, seeded.people.second_officer.id]));
  });

  it('stores what any change would derive', async () => {
    for (const row of rows) {
      const again = await desk.db
        .transaction(async (tx) => {
          const saved = await saveRequest({ tx, ports: desk.deps, now: desk.clock.now() }, row, {});
          throw Object.assign(new Error('undo'), { saved });
        })
        .catch((error: { saved: StoredRequest }) => error.saved);
      expect({ ...again, version: 0, changed_at: '' }).toEqual({ ...row, version: 0, changed_at: '' });
    }
  });

  it('has evidence for its outcomes', async () => {
    const { rows: lacking } = await sql<{ reference: string }>`select reference from request r
      where status = 'closed' and outcome not in ('withdrawn','duplicate','no_reply_needed')
        and (answered_at is null or (outcome <> 'answered' and not exists (select from decision d where d.request_id = r.id
          and d.ended_at is null and d.approved_by <> d.proposed_by and d.outcome = r.outcome)))`.execute(
      desk.db.kysely,
    );
    expect(lacking).toEqual([]);
    expect(
      rows.filter(({ outcome, duplicate_of }) => (outcome === 'duplicate') !== (duplicate_of !== null)),
    ).toEqual([]);
  });

  it('opens every request for an officer, with its words', async () => {
    const officer = await tokenOf('officer');
    const ofRequest = Map.groupBy(seeded.canaries, ({ requestId }) => requestId);
    for (const row of rows) {
      const { status, raw } = await desk.call(getRequest, { params: { id: row.id } }, officer);
      expect([row.reference, status]).toEqual([row.reference, 200]);
      expect(ofRequest.get(row.id)?.some((canary) => raw.includes(canary.value))).toBe(true);
    }
  });

  it('shows each persona a queue', async () => {
    for (const who of ['support', 'second_support', 'officer', 'second_officer'] as const) {
      const { status, body } = await desk.call(
        listRequests,
        { query: { view: 'my_move' } },
        await tokenOf(who),
      );
      expect([who, status, body.items.length > 3]).toEqual([who, 200, true]);
    }
  });

  it('shows a page of fifty rows in at most 600 bytes a row, and logs it in at most 1 400', async () => {
    const query = { view: 'open', total: 'none', limit: 50 } as const;
    for (const who of ['officer', 'support', 'manager'] as const) {
      const { body, raw } = await desk.call(listRequests, { query }, await tokenOf(who));
      const weight = (text: string) => new TextEncoder().encode(text).length;
      expect(body.items.length).toBeGreaterThan(30);
      expect(weight(raw) / body.items.length, who).toBeLessThanOrEqual(600);
      const event = await desk.db.kysely
        .selectFrom('audit_event')
        .select('body')
        .where('code', '=', AUDIT_EVENTS['request.listed'].code)
        .orderBy('seq', 'desc')
        .executeTakeFirstOrThrow();
      expect(weight(event.body ?? ''), who).toBeLessThanOrEqual(1_400);
    }
  });

  it('has a log that looks lived in, in the order of time', async () => {
    const { n } = await desk.db.kysely
      .selectFrom('audit_event')
      .select((eb) => eb.fn.countAll<number>().as('n'))
      .executeTakeFirstOrThrow();
    expect(n).toBeGreaterThan(2_000);
    const { body } = await desk.call(
      listAuditEvents,
      { query: { to: desk.clock.now().subtract({ minutes: 1 }).toString() } },
      await tokenOf('auditor'),
    );
    expect(new Set(body.items.map((row: { event: string }) => row.event)).size).toBeGreaterThan(3);
    const { rows: astray } =
      await sql`select 1 from (select at, lag(at) over (order by seq) as before from audit_event
      where at < ${desk.clock.now().toString()}::timestamptz) e where at < before`.execute(desk.db.kysely);
    expect(astray).toEqual([]);
  });

  it('keeps no personal value in clear, in no table', async () => {
    const { rows: tables } = await sql<{
      name: string;
    }>`select quote_ident(table_schema) || '.' || quote_ident(table_name) as name
      from information_schema.tables where table_schema in ('public', 'vault') and table_type = 'BASE TABLE'`.execute(
      desk.db.kysely,
    );
    const everything: string[] = [];
    for (const { name } of tables) {
      const { rows: held } = await sql<{ t: string }>`select t::text as t from ${sql.raw(name)} t`.execute(
        desk.db.kysely,
      );
      everything.push(...held.map(({ t }) => t));
    }
    const dump = everything.join('\n');
    expect(dump.length).toBeGreaterThan(1_000_000);
    const hex = (text: string) => Buffer.from(text).toString('hex');
    const inClear = seeded.canaries.filter(({ value }) => dump.includes(value));
    // Only every fifth as bytes, because searching for all of them takes longer than the rest of the test.
    const asBytes = seeded.canaries.filter(({ value }, at) => at % 5 === 0 && dump.includes(hex(value)));
    const found = [...inClear, ...asBytes];
    expect(found).toEqual([]);
  });

  it('names classes of every kind among the values to hunt', () => {
    expect(new Set(seeded.canaries.map((canary) => canary.class))).toEqual(
      new Set([...requestFields.map((field) => REQUEST_FIELDS[field].class), 'identifier', 'internal']),
    );
  });
});
