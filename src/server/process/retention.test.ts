import { sql } from 'kysely';
import { expect, it } from 'vitest';
import { GROWING, PURGES, RETENTION } from '#server/db/retention.ts';
import { runNow } from '#server/jobs/runner.ts';
import { SUBJECT_STORES } from '#server/subjects/subject-stores.ts';
import { describeEachDatabase, rowsOf } from '#tests/db/harness.ts';
import { testApp } from '#tests/server/app-harness.ts';
import { deskOf } from '#tests/server/desk.ts';
import { JOBS } from './jobs.ts';
import { purge } from './upkeep-jobs.ts';

const rules = Object.entries(RETENTION);

describeEachDatabase('the end of stored rows', (current) => {
  it('has a rule for every table of the database and for no other', async () => {
    const tables = await rowsOf(
      current().superuser,
      sql<{
        name: string;
      }>`select case table_schema when 'public' then '' else table_schema || '.' end || table_name as name
        from information_schema.tables
        where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
    );
    expect(tables.map(({ name }) => name).toSorted()).toEqual(Object.keys(RETENTION).toSorted());
  });

  it.each(PURGES)('of %s is computed from columns of the table that are dates', async (table, { after }) => {
    const columns = await rowsOf(
      current().superuser,
      sql<{ name: string; type: string }>`select column_name as name, data_type as type
        from information_schema.columns where table_name = ${table}`,
    );
    const typed = new Map(columns.map(({ name, type }) => [name, type]));
    for (const column of Object.keys(after))
      expect(typed.get(column)).toMatch(/^(date|timestamp with time zone)$/);
  });

  it('deletes letters a month after they were settled, and never one that is still to be sent', async () => {
    const app = await testApp(current().db);
    const desk = deskOf(app);
    const id = await desk.request('contact');
    const days = (n: number) =>
      app.clock
        .now()
        .subtract({ hours: 24 * n })
        .toString();
    const letter = async (state: 'sent' | 'refused' | 'queued' | 'unknown' | 'sending', next_at: string) => {
      const message = crypto.randomUUID();
      const mail_id = `<${state}-${next_at}@x>`;
      await app.db.kysely
        .insertInto('message')
        .values({
          id: message,
          request_id: id,
          direction: 'out',
          kind: 'answer',
          channel: 'email',
          author_id: null,
          at: next_at,
          recorded_at: next_at,
          state,
          mail_id,
          in_reply_to: null,
        })
        .execute();
      await app.db.kysely
        .insertInto('outbox')
        .values({
          id: crypto.randomUUID(),
          message_id: message,
          request_id: id,
          mail_id,
          state,
          attempts: 1,
          next_at,
          claimed_at: null,
          last_error: null,
        })
        .execute();
    };
    for (const state of ['sent', 'refused', 'queued', 'unknown', 'sending'] as const) {
      await letter(state, days(31));
      await letter(state, days(29));
    }
    expect(await runNow(app.deps, purge)).toBe(true);
    const left = await rowsOf(
      app.db,
      sql<{
        state: string;
        n: number;
      }>`select state, count(*)::int as n from outbox where request_id = ${id} group by state order by state`,
    );
    expect(left).toEqual([
      { state: 'queued', n: 2 },
      { state: 'refused', n: 1 },
      { state: 'sending', n: 2 },
      { state: 'sent', n: 1 },
      { state: 'unknown', n: 2 },
    ]);
    // What the request shows of the letter does not come from the outbox.
    const messages = app.db.kysely.selectFrom('message').select('state').where('request_id', '=', id);
    expect((await messages.where('direction', '=', 'out').execute()).length).toBe(10);
  });

  it('deletes the budgets of days that are over and keeps those of today', async () => {
    const app = await testApp(current().db);
    const of = (day: string) => ({ person_id: app.people.support.id, kind: 'test', day, scope: '', n: 1 });
    await app.db.kysely
      .insertInto('budget')
      .values([of('2026-11-10'), of('2026-11-05')])
      .execute();
    await runNow(app.deps, purge);
    const left = app.db.kysely.selectFrom('budget').select('day').where('kind', '=', 'test');
    expect(await left.execute()).toEqual([{ day: '2026-11-10' }]);
  });

  it('deletes counters that a clock ahead left in the future', async () => {
    const app = await testApp(current().db);
    const window = (window_start: string) => ({
      key: crypto.getRandomValues(new Uint8Array(8)),
      window_start,
      n: 1,
    });
    await app.db.kysely.deleteFrom('rate').execute();
    await app.db.kysely
      .insertInto('rate')
      .values([window('2027-12-10T10:00:00.000Z'), window('2026-11-10T10:00:00.000Z')])
      .execute();
    await runNow(app.deps, purge);
    const left = app.db.kysely.selectFrom('rate').select('window_start');
    expect(await left.execute()).toEqual([{ window_start: '2026-11-10T10:00:00.000Z' }]);
  });
});

it('names only jobs that exist', () => {
  const jobs = new Set(JOBS.map(({ name }) => name));
  for (const [table, rule] of rules) if (rule.by === 'job') expect(jobs, table).toContain(rule.job);
});

it('is called destruction only where destroying a subject deletes rows', () => {
  const destroyed = rules.flatMap(([table, rule]) => (rule.by === 'destruction' ? [table] : []));
  for (const table of destroyed) expect(Object.keys(SUBJECT_STORES)).toContain(table);
});

it('counts tables as growing unless they are small by nature', () => {
  expect(GROWING).toEqual(expect.arrayContaining(['request', 'outbox', 'audit_event', 'intake_receipt']));
  for (const small of ['person', 'setting', 'job', 'session', 'rate']) expect(GROWING).not.toContain(small);
});
