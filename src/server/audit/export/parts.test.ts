import { hash } from 'node:crypto';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type AuditExport, listAuditExports, startAuditExport } from '#contract/audit-export.ts';
import { exportLog } from '#server/commands/export-log-node.ts';
import { runNow } from '#server/jobs/runner.ts';
import { describeEachDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';
import { sealWholeLog } from '#tests/server/seal-log.ts';
import { walkExport } from '#tests/server/walk-export.ts';
import { record } from '../record/record.ts';
import { exportJobOf } from './job.ts';

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const WHOLE = 1_000_000;

describeEachDatabase('a part of the log', (current) => {
  let app: TestApp;
  const dir = mkdtempSync(join(tmpdir(), 'otinish-parts-'));
  afterAll(() => rmSync(dir, { recursive: true }));

  beforeAll(async () => {
    app = await testApp(current().db, { now: '2026-08-20T05:00:00Z' });
    app.deps.seal = seal;
    for (const month of ['2026-08', '2026-09', '2026-10', '2026-11'])
      for (let day = 21; day < 28; day += 1) {
        await happened(`${month}-${day}T05:00:00Z`, `${month}-${day}`);
        await happened(`${month}-${day}T05:10:00Z`, `${month}-${day} later`);
        if (day % 3 > 0) await seal();
        // An event of 31 October commits in November, after a checkpoint of November is signed.
        if (month === '2026-11' && day === 21) {
          await seal();
          await happened('2026-10-31T18:59:59Z', '2026-10-31 long');
          app.clock.set('2026-11-21T06:00:00Z');
        }
      }
    await seal();
    app.clock.set('2026-11-28T05:00:00Z');
    app.people.auditor.token = await app.signIn(app.people.auditor);
  });

  async function happened(at: string, id: string): Promise<void> {
    app.clock.set(at);
    await app.db.transaction((tx) =>
      record(tx, [{ event: 'request.opened', object: { type: 'request', id } }], {
        caller: { kind: 'system' },
        requestId: 'r-1',
        method: 'GET',
        route: '/test',
        at: app.clock.now(),
        newId: app.deps.newId,
        vault: app.deps.vault,
      }),
    );
  }
  const seal = () => sealWholeLog(app);
  const made = async (days: { from?: string; to?: string }, limit = WHOLE): Promise<AuditExport> => {
    const asked = await app.call(
      startAuditExport,
      { body: { format: 'jsonl', ...days } },
      app.people.auditor,
    );
    expect(asked.status).toBe(201);
    expect(await runNow(app.deps, exportJobOf(limit))).toBe(true);
    const { body } = await app.call(listAuditExports, {}, app.people.auditor);
    return body.items.find(({ id }: AuditExport) => id === asked.body.id);
  };
  const read = ({ id }: AuditExport, name = 'log.jsonl'): Promise<string> =>
    new Response(app.deps.exports?.read(id, name)).text();
  const objectsIn = (bodies: readonly string[]): readonly string[] =>
    bodies.map((body) => JSON.parse(body).object?.id).filter((id) => id?.startsWith('2026-'));

  test('begins with the first leaf of its first day and is verified by itself', async () => {
    const done = await made({ from: '2026-10-01', to: '2026-10-31' });
    const { from, size, bodies } = await walkExport(await read(done));
    expect(objectsIn(bodies)[0]).toBe('2026-10-21');
    expect(from).toBeGreaterThan(0);
    expect([done.state, done.total, done.done, done.files[0]?.count]).toEqual([
      'done',
      size - from,
      size - from,
      bodies.length,
    ]);
  });

  test('holds every event of its last day, also one sealed after a signature of the next month', async () => {
    const { bodies } = await walkExport(await read(await made({ from: '2026-10-01', to: '2026-10-31' })));
    expect(objectsIn(bodies).filter((id) => id.startsWith('2026-10'))).toHaveLength(15);
    expect(objectsIn(bodies)).toContain('2026-10-31 long');
    // The part ends at the first signed checkpoint that covers that event.
    expect(objectsIn(bodies).at(-1)).toBe('2026-11-22 later');
  });

  test('of the last days includes the event that records its own request', async () => {
    const done = await made({ from: '2026-11-25' });
    const text = await read(done);
    const { bodies } = await walkExport(text);
    expect(objectsIn(bodies)[0]).toBe('2026-11-25');
    expect(text).toContain(done.id);
  });

  test('of the first days begins with the log', async () => {
    const { from, bodies } = await walkExport(await read(await made({ to: '2026-08-22' })));
    expect([from, objectsIn(bodies).at(-1)]).toEqual([0, '2026-08-22 later']);
  });

  test('of days without events is a signature over everything before', async () => {
    for (const days of [
      { from: '2027-01-01' },
      { to: '2025-01-01' },
      { from: '2026-09-01', to: '2026-09-03' },
    ]) {
      const done = await made(days);
      const { bodies, from } = await walkExport(await read(done));
      expect([done.total, done.files[0]?.count, bodies]).toEqual([0, 0, []]);
      expect(from).toBeGreaterThan(50);
    }
  });

  test('with more events than one file holds is a file for each month, each verified by itself', async () => {
    const done = await made({}, 20);
    const files = done.files.filter(({ name }) => name.endsWith('.jsonl'));
    expect(files.map(({ name }) => name)).toEqual([
      'log-2026-08.jsonl',
      'log-2026-09.jsonl',
      'log-2026-10.jsonl',
      'log-2026-11.jsonl',
    ]);
    let next = 0;
    for (const { name, count, sha256: told } of files) {
      const text = await read(done, name);
      const { from, size, bodies } = await walkExport(text);
      expect([from, bodies.length]).toEqual([next, count]);
      expect(told).toBe(Buffer.from(sha256(Buffer.from(text))).toString('hex'));
      // Every event of a month is in its file or an earlier one.
      const month = name.slice(4, 11);
      expect(objectsIn(bodies).filter((id) => id.slice(0, 7) < month)).toEqual([]);
      next = size;
    }
    expect([next, done.done]).toEqual([done.total, done.total]);
    const manifest = JSON.parse((await read(done, 'manifest.note')).split('\n')[0] ?? '');
    expect([manifest.count, manifest.files]).toEqual([done.total, files]);
  });

  test('is the same file when the operator exports it with export-log', async () => {
    const path = join(dir, `${app.db.kind}.jsonl`);
    const days = { from: '2026-09-01', to: '2026-09-30' };
    const { events } = await exportLog(app.deps, path, days);
    const asked = await made(days);
    const lines = (text: string) => text.split('\n').slice(1);
    expect(lines(readFileSync(path, 'utf8'))).toEqual(lines(await read(asked)));
    expect(events).toBe(asked.total);
    expect(existsSync(`${path}.part`)).toBe(false);
  });

  test('exported with export-log leaves the unfinished file of another export alone', async () => {
    const path = join(dir, `${app.db.kind}-busy.jsonl`);
    writeFileSync(`${path}.part`, 'somebody else’s');
    await expect(exportLog(app.deps, path)).rejects.toThrow('could not be written');
    expect(readFileSync(`${path}.part`, 'utf8')).toBe('somebody else’s');
  });
});
