import { hash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import { getAuditEvent } from '#contract/audit.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { indexDigest, prunableCodes } from '#domain/audit/pruning.ts';
import { type LogItem, type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import type { Database } from '#server/db/database.ts';
import { enrol, runDue } from '#server/jobs/runner.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog } from '#tests/server/seal-log.ts';
import { itemLine, itemOfLine } from '../export/format.ts';
import { type Fact, record } from '../record/record.ts';
import { logKeys } from './log-keys.ts';
import { logItems } from './log-source.ts';
import { pruneClass, retention } from './prune-job.ts';
import { webVerify } from './web-verify.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

describeEachDatabase('pruning the log by retention', (current) => {
  let app: TestApp;
  const old: string[] = [];
  let young: string;

  const write = (...facts: readonly Fact[]) =>
    app.db.transaction((tx) =>
      record(tx, facts, {
        caller: { kind: 'system' },
        requestId: app.deps.newId(),
        method: 'GET',
        route: '/test',
        at: app.clock.now(),
        newId: app.deps.newId,
        vault: app.deps.vault,
      }),
    );
  const of = (event: AuditEvent, more: Partial<Fact> = {}): Fact => ({ event, ...more });
  const sealAll = () => sealWholeLog(app);
  const keys = async () =>
    (await logKeys(app.db.kysely, app.deps.vault)).flatMap((text) => parseVerifierKey(text) ?? []);
  const verdict = async (items?: AsyncIterable<LogItem>) =>
    verifyLog({ items: items ?? logItems(app.db.kysely), keys: await keys(), verify: webVerify, sha256 });
  const bodiesOf = async (ids: readonly string[]) =>
    (await app.db.kysely.selectFrom('audit_event').select('body').where('id', 'in', ids).execute()).map(
      ({ body }) => body === null,
    );
  const ixOf = async (id: string) =>
    (
      await app.db.kysely
        .selectFrom('audit_leaf')
        .select('ix')
        .where('event_id', '=', id)
        .executeTakeFirstOrThrow()
    ).ix;

  /** Writes seven job runs, a listing and a reason fourteen months ago, and one more job run today. */
  beforeAll(async () => {
    app = await testApp(current().db);
    app.clock.set('2026-11-10T10:00:00Z');
    old.push(...(await write(...Array.from({ length: 7 }, () => of('job.run')))));
    const seen = { targets: [crypto.randomUUID(), crypto.randomUUID()] };
    const encrypt = () => new Uint8Array([1, 2, 3]);
    await write(
      of('request.listed', seen),
      of('request.closed', { detail: { subjectId: null, text: '{}', encrypt } }),
    );
    await sealAll();
    app.clock.advance({ hours: 24 * 430 });
    [young = ''] = await write(of('job.run'));
    await sealAll();
  });

  test('refuses what is not past its retention, or not yet a year old', async () => {
    const call = (before: string) =>
      sql`select prune_audit(${app.deps.newId()}::uuid, ${prunableCodes('system')}::text[], '-infinity', ${before}::timestamptz, 10)`.execute(
        app.db.kysely,
      );
    await expect(call(app.clock.now().toString())).rejects.toMatchObject({ constraint: 'audit_retention' });
    expect(await pruneClass(app.deps, 'access')).toBe(0);
  });

  test('removes the texts of the class in batches, says so, and the log verifies', async () => {
    expect(await pruneClass(app.deps, 'system', 3)).toBe(7);
    expect(await bodiesOf(old)).toEqual(old.map(() => true));
    expect(await bodiesOf([young])).toEqual([false]);
    expect(await verdict()).toMatchObject({ state: 'incomplete', findings: [], pruned: 7 });
    await sealAll();
    expect(await verdict()).toMatchObject({ state: 'verified', findings: [], pruned: 7 });
    const told = await app.db.kysely
      .selectFrom('audit_event')
      .select('body')
      .where('code', '=', 'LG003')
      .orderBy('seq')
      .execute();
    const data = told.map(({ body }) => JSON.parse(body ?? '').data);
    expect(data.map(({ count, complete }) => [count, complete])).toEqual([
      [3, false],
      [3, false],
      [1, true],
    ]);
    const first = indexDigest();
    for (const id of old.slice(0, 3)) first.add(await ixOf(id));
    expect(data[0].digest).toBe(first.hex());
  });

  test('runs as a nightly job, and a second night finds nothing', async () => {
    await enrol(app.deps, [retention]);
    app.clock.advance({ hours: 25 });
    expect(await runDue(app.deps, [retention])).toEqual(['retention']);
    const rows = await app.db.kysely.selectFrom('audit_pruned').select('ix').execute();
    expect(rows).toHaveLength(7);
  });

  test('verifies from an export alone', async () => {
    const lines = async function* () {
      for await (const item of logItems(app.db.kysely)) {
        const again = itemOfLine(itemLine(item));
        if (again) yield again;
      }
    };
    await sealAll();
    expect(await verdict(lines())).toMatchObject({ state: 'verified', findings: [], pruned: 7 });
  });

  test('shows a pruned event with its columns and without its text', async () => {
    const { status, body } = await app.call(
      getAuditEvent,
      { params: { id: old[0] ?? '' } },
      { token: await app.signIn(app.people.auditor) },
    );
    expect([status, body.body]).toEqual([200, null]);
    await sealAll();
  });

  const STATEMENTS = [
    `update audit_event set body = null`,
    `update audit_event set outcome = 'denied'`,
    `delete from audit_event`,
    `delete from audit_mention`,
    `update audit_leaf set leaf = ''`,
    `delete from audit_pruned`,
    `truncate audit_pruned`,
  ];

  test.each(STATEMENTS)(
    'lets neither the serving role nor the owner do it by hand: %s',
    async (statement) => {
      const tried = (on: Database) =>
        sql
          .raw(statement)
          .execute(on.kysely)
          .then(
            () => 'done',
            (error: { sqlState?: string }) => error.sqlState,
          );
      expect([await tried(app.db), await tried(current().owner)]).toEqual(['42501', '42501']);
    },
  );

  test('lets the serving role claim nothing as pruned', async () => {
    const claim = app.db.kysely.insertInto('audit_pruned').values({ ix: 8, event_id: app.deps.newId() });
    await expect(claim.execute()).rejects.toMatchObject({ sqlState: '42501' });
  });

  test('keeps, even through its function, everything but the text', async () => {
    await expect(
      current().owner.transaction(async (tx) => {
        await sql`create schema other`.execute(tx);
        await sql`create function other.prune_audit() returns void language plpgsql as $$
          begin update public.audit_event set outcome = 'denied'; end $$`.execute(tx);
        await sql`select other.prune_audit()`.execute(tx);
      }),
    ).rejects.toMatchObject({ sqlState: '42501' });
  });

  const TAMPERING: Readonly<Record<string, string>> = {
    'a text more is gone': `update audit_event set body = null where id = $young`,
    'a text more is gone, under the account of others': `
      with done as (update audit_event set body = null where id = $young)
      insert into audit_pruned select $ix, event_id from audit_pruned limit 1`,
    'a text more is gone, under an account that was never written': `
      with done as (update audit_event set body = null where id = $young)
      insert into audit_pruned values ($ix, gen_random_uuid())`,
    'the account of one is gone': `delete from audit_pruned where ix = $first`,
    'the time of one was changed': `update audit_event set at = '2031-01-01' where id = $old`,
    'the kind of one was changed': `update audit_event set code = 'PD010' where id = $old`,
    'a list that is gone comes back among the listings': `insert into audit_mention (object_ref, ix, at) values (gen_random_uuid(), $first, now())`,
    'the leaf of one was changed': `update audit_leaf set leaf = decode(repeat('00', 32), 'hex') where ix = $first`,
  };

  test.each(Object.entries(TAMPERING))('is noticed when %s', async (_, statement) => {
    const first = await ixOf(old[0] ?? '');
    const ix = await ixOf(young);
    const known = await keys();
    const filled = statement
      .replaceAll('$young', `'${young}'`)
      .replaceAll('$old', `'${old[0]}'`)
      .replaceAll('$first', String(first))
      .replaceAll('$ix', String(ix));
    let found: Verdict | undefined;
    await current()
      .superuser.transaction(async (tx) => {
        await sql`set local session_replication_role = replica`.execute(tx);
        await sql.raw(filled).execute(tx);
        found = await verifyLog({ items: logItems(tx), keys: known, verify: webVerify, sha256 });
        throw new Error('undone');
      })
      .catch(() => undefined);
    expect(found?.state).toBe('tampered');
    expect(found?.findings[0]?.ix).toBeLessThanOrEqual(ix);
    const what = statement.includes('audit_mention') ? 'mentions' : 'pruned-unlawfully';
    if (!statement.includes('leaf set')) expect(found?.findings[0]?.what).toBe(what);
  });

  test('also deletes the rows beside an event: its reason, and what its list showed', async () => {
    const beside = async () => {
      const { rows } = await sql<{ details: number; mentions: number }>`
        select (select count(*) from audit_detail) as details, (select count(*) from audit_mention) as mentions`.execute(
        app.db.kysely,
      );
      return rows[0];
    };
    expect(await beside()).toMatchObject({ details: 1, mentions: 2 });
    app.clock.advance({ hours: 24 * 365 * 5 });
    await write(of('request.opened'));
    await sealAll();
    expect(await pruneClass(app.deps, 'access')).toBeGreaterThanOrEqual(1);
    expect(await pruneClass(app.deps, 'change')).toBe(1);
    expect(await beside()).toMatchObject({ details: 0, mentions: 0 });
    await sealAll();
    expect(await verdict()).toMatchObject({ state: 'verified', findings: [] });
  });

  test('is noticed when a valid pruning event covers events that are too young', async () => {
    const ix = await ixOf(young);
    const digest = indexDigest();
    digest.add(ix);
    const data = {
      class: 'system',
      before: app.clock.now().toString({ smallestUnit: 'millisecond' }),
      count: 1,
      digest: digest.hex(),
      complete: true,
      kinds: 1,
    };
    const [event = ''] = await write({ event: 'log.pruned', count: 1, data });
    await current().superuser.transaction(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx);
      await tx.updateTable('audit_event').set({ body: null }).where('id', '=', young).execute();
      await tx.insertInto('audit_pruned').values({ ix, event_id: event }).execute();
    });
    await sealAll();
    expect(await verdict()).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'pruned-unlawfully', ix, to: ix + 1 }],
    });
  });
});
