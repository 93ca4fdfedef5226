import { createHash, hash } from 'node:crypto';
import { sql } from 'kysely';
import { beforeAll, expect, test } from 'vitest';
import {
  type AuditExport,
  downloadAuditExport,
  type ExportFile,
  listAuditExports,
  startAuditExport,
} from '#contract/audit-export.ts';
import { openNote } from '#domain/audit/note.ts';
import { parseVerifierKey } from '#domain/audit/note-key.ts';
import { type LogItem, verifyLog } from '#domain/audit/verify-log.ts';
import { runNow } from '#server/jobs/runner.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog } from '#tests/server/seal-log.ts';
import { record } from '../record/record.ts';
import { logKeys } from '../seal/log-keys.ts';
import { webVerify } from '../seal/web-verify.ts';
import { headOfLine, itemOfLine } from './format.ts';
import { beginning, exportJob, stepOf } from './job.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');

/** The byte order mark; reading a response as text removes it. */
const MARK = '\ufeff';

describeEachDatabase('an export of the log', (current) => {
  let app: TestApp;
  const EVENTS = 4_500;

  beforeAll(async () => {
    app = await testApp(current().db);
    app.deps.seal = seal;
    for (let at = 0; at < EVENTS; at += 500)
      await write(
        ...Array.from({ length: 500 }, (_, n) => ({
          event: 'request.opened' as const,
          object: { type: 'request', id: `r${at + n}` },
        })),
      );
    await seal();
    // A CSV export ends at the time it was requested, so the clock must be past the last event.
    app.clock.advance({ minutes: 1 });
  });

  const write = (...facts: Parameters<typeof record>[1]) => {
    app.clock.advance({ minutes: 1 });
    return app.db.transaction((tx) =>
      record(tx, facts, {
        caller: { kind: 'system' },
        requestId: 'r-1',
        method: 'GET',
        route: '/test',
        at: app.clock.now(),
        newId: app.deps.newId,
        vault: app.deps.vault,
      }),
    );
  };
  const seal = () => sealWholeLog(app);
  const ask = async (body: { format: 'jsonl' | 'csv'; from?: string; to?: string }): Promise<AuditExport> => {
    const answer = await app.call(startAuditExport, { body }, app.people.auditor);
    expect(answer.status).toBe(201);
    return answer.body;
  };
  const made = async (id: string): Promise<AuditExport> => {
    expect(await runNow(app.deps, exportJob)).toBe(true);
    const { body } = await app.call(listAuditExports, {}, app.people.auditor);
    return body.items.find((item: AuditExport) => item.id === id);
  };
  const fetched = (id: string, name: string, who: keyof TestApp['people'] = 'auditor') =>
    app.call(downloadAuditExport, { params: { id, name } }, app.people[who]);
  const verified = async (lines: readonly string[]) => {
    const keys = headOfLine(lines[0] ?? '')?.keys ?? [];
    return verifyLog({
      items: (async function* (): AsyncGenerator<LogItem> {
        for (const line of lines.slice(1)) {
          const item = itemOfLine(line);
          if (!item) throw new Error(`no item: ${line}`);
          yield item;
        }
      })(),
      keys: keys.flatMap((key) => parseVerifierKey(key) ?? []),
      verify: webVerify,
      sha256,
    });
  };

  test('in JSON lines is verified by itself, and holds the event that asked for it', async () => {
    const { id } = await ask({ format: 'jsonl' });
    const done = await made(id);
    expect(done).toMatchObject({ state: 'done', done: done.total });
    const { raw, headers } = await fetched(id, 'log.jsonl');
    const lines = raw.trimEnd().split('\n');
    expect(await verified(lines)).toMatchObject({ state: 'verified', size: done.total, findings: [] });
    expect(raw).toContain(id);
    expect(Object.fromEntries(headers)).toMatchObject({
      'content-disposition': 'attachment; filename="otinish-log.jsonl"',
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
      'content-length': String(done.files[0]?.bytes),
    });
  });

  test('has a list of its files that is signed with the key of the log', async () => {
    const { id } = await ask({ format: 'csv' });
    const { files } = await made(id);
    const keys = (await logKeys(app.db.kysely, app.deps.vault)).flatMap((key) => parseVerifierKey(key) ?? []);
    const note = (await fetched(id, 'manifest.note')).raw;
    const opened = await openNote(note, keys, webVerify);
    if (!opened.ok) throw new Error(opened.why);
    const told = JSON.parse(opened.body);
    const csv = await fetched(id, 'log.csv');
    expect(told.files).toEqual(files.filter(({ name }: ExportFile) => name !== 'manifest.note'));
    expect(told.files[0].sha256).toBe(
      createHash('sha256')
        .update(MARK + csv.raw)
        .digest('hex'),
    );
  });

  test('in CSV has a row for each event of the days that were asked for', async () => {
    const day = '2026-11-10';
    const { id } = await ask({ format: 'csv', from: day, to: day });
    const done = await made(id);
    const { raw } = await fetched(id, 'log.csv');
    const rows = raw.trimEnd().split('\r\n');
    expect(rows[0]).toBe('at,actor,roles,event,code,object,outcome,purpose,count,ix');
    expect(rows.length - 1).toBe(done.total);
    expect(done.files[0]?.count).toBe(done.total);
    expect(rows.filter((row) => row.includes(',request.opened,RQ003,request r'))).toHaveLength(EVENTS);
    const none = await made((await ask({ format: 'csv', from: '2027-01-01' })).id);
    expect([none.state, none.total, none.files[0]?.count]).toEqual(['done', 0, 0]);
  });

  test('continues after the process died between writing a batch and storing its progress', async () => {
    const { id } = await ask({ format: 'jsonl' });
    const row = await app.db.kysely
      .selectFrom('audit_export')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    const { total, pace } = await beginning(app.deps, row);
    const step = await stepOf(app.deps, row, total);
    const noted = await step(pace);
    if (!noted) throw new Error('nothing was written');
    await step(noted); // written, but its progress is never stored
    await app.db.kysely
      .updateTable('audit_export')
      .set({ state: 'running', total, done: noted.done, place: JSON.stringify(noted) })
      .where('id', '=', id)
      .execute();
    const done = await made(id);
    expect(done).toMatchObject({ state: 'done', total });
    const lines = (await fetched(id, 'log.jsonl')).raw.trimEnd().split('\n');
    expect(await verified(lines)).toMatchObject({ state: 'verified', size: total });
  });

  test('as CSV holds what was sealed when it began, and no event committed later with an earlier time', async () => {
    const { id } = await ask({ format: 'csv' });
    const row = await app.db.kysely
      .selectFrom('audit_export')
      .selectAll()
      .where('id', '=', id)
      .executeTakeFirstOrThrow();
    let { total, pace } = await beginning(app.deps, row);
    app.clock.advance({ minutes: -10 });
    await write({ event: 'request.opened', object: { type: 'request', id: 'late' } });
    app.clock.advance({ minutes: 10 });
    const step = await stepOf(app.deps, row, total);
    for (let next = await step(pace); next; next = await step(pace)) pace = next;
    expect([pace.done, pace.parts[0]?.count]).toEqual([total, total]);
    await made(id);
  });

  test('is left to the process that took over when a stalled one wakes up', async () => {
    const { id } = await ask({ format: 'csv' });
    const other = { place: '{"done":7}', state: 'running' as const, done: 7 };
    const place = app.deps.exports;
    let woken = false;
    const slow = place && {
      ...place,
      write: async (...given: Parameters<typeof place.write>) => {
        await app.db.kysely.updateTable('audit_export').set(other).where('id', '=', id).execute();
        woken = true;
        return place.write(...given);
      },
    };
    const deps = { ...app.deps, ...(slow ? { exports: slow } : {}), closing: () => woken };
    expect(await runNow(deps, exportJob)).toBe(true);
    const row = app.db.kysely
      .selectFrom('audit_export')
      .select(['place', 'state', 'done'])
      .where('id', '=', id);
    expect(await row.executeTakeFirst()).toEqual(other);
    await app.db.kysely.deleteFrom('audit_export').where('id', '=', id).execute();
  });

  test('is audited when it is requested, when it is finished and when it is downloaded', async () => {
    const { id } = await ask({ format: 'csv', to: '2026-11-10' });
    const { total } = await made(id);
    await fetched(id, 'log.csv');
    const { rows } = await sql<{ body: string }>`
      select body from audit_event where object_ref = ${id} order by seq`.execute(app.db.kysely);
    expect(rows.map(({ body }) => JSON.parse(body))).toMatchObject([
      { code: 'AU008', data: { state: 'asked', format: 'csv', filters: 'to' } },
      { code: 'AU008', data: { state: 'done' }, count: total },
      { code: 'AU013', data: { name: 'log.csv' }, count: total },
    ]);
  });

  test('is downloaded only by its exact name and only by a role that may export', async () => {
    const { id } = await ask({ format: 'csv' });
    await made(id);
    expect((await fetched(id, 'log.jsonl')).status).toBe(404);
    expect((await fetched(crypto.randomUUID(), 'log.csv')).status).toBe(404);
    expect((await fetched(id, '../log.csv')).status).toBe(404);
    expect((await fetched(id, 'log.csv', 'administrator')).status).toBe(403);
    expect((await fetched(id, 'log.csv', 'support')).status).toBe(403);
  });

  test('of more than a spreadsheet holds has a file for each month', async () => {
    app.clock.set('2026-12-02T05:00:00Z');
    const token = await app.signIn(app.people.auditor);
    await write({ event: 'request.opened', object: { type: 'request', id: 'december' } });
    app.clock.advance({ minutes: 1 });
    const { body } = await app.call(startAuditExport, { body: { format: 'csv' } }, { token });
    const row = await app.db.kysely
      .selectFrom('audit_export')
      .selectAll()
      .where('id', '=', body.id)
      .executeTakeFirstOrThrow();
    const step = await stepOf(app.deps, row, 1_000_001);
    let { pace } = await beginning(app.deps, row);
    for (let next = await step(pace); next; next = await step(pace)) pace = next;
    expect(pace.parts.map(({ name }) => name)).toEqual(['log-2026-11.csv', 'log-2026-12.csv']);
    expect(pace.parts.reduce((sum, { count }) => sum + count, 0)).toBe(pace.done);
  });

  test('is deleted with its files after a week', async () => {
    const token = await app.signIn(app.people.auditor);
    const { id } = (await app.call(startAuditExport, { body: { format: 'csv' } }, { token })).body;
    expect(await runNow(app.deps, exportJob)).toBe(true);
    expect(await app.deps.exports?.size(id, 'log.csv')).toBeGreaterThan(0);
    app.clock.advance({ hours: 24 * 8 });
    expect(await runNow(app.deps, exportJob)).toBe(true);
    const left = app.db.kysely.selectFrom('audit_export').select('id').where('id', '=', id);
    expect(await left.executeTakeFirst()).toBeUndefined();
    expect(await app.deps.exports?.size(id, 'log.csv')).toBeNull();
  });
});
