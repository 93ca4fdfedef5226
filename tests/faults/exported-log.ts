/**
 * Makes a log of several months as an outsider gets it: one file, files by month with a signed list, and its
 * checkpoints.
 */
import { hash } from 'node:crypto';
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { listAuditExports, startAuditExport } from '#contract/audit-export.ts';
import { exportJobOf } from '#server/audit/export/job.ts';
import { type Fact, record } from '#server/audit/record/record.ts';
import { checkpointFile } from '#server/audit/seal/checkpoint-file-node.ts';
import { logKeys } from '#server/audit/seal/log-keys.ts';
import { pruneClass } from '#server/audit/seal/prune-job.ts';
import { startSealing } from '#server/audit/seal/start-sealing.ts';
import { exportLog } from '#server/commands/export-log-node.ts';
import { runNow } from '#server/jobs/runner.ts';
import { withDatabase } from '#tests/db/harness.ts';
import { type TestApp, testApp } from '#tests/server/app-harness.ts';

export type ExportedLog = {
  /** Contains `log.jsonl`, `months/` and `my-checkpoints`. */
  dir: string;
  key: string;
  /** Copies the directory for a test to change; returns the path of the copy. */
  copy(): string;
  remove(): void;
};

const MONTHS = ['2026-08', '2026-09', '2026-10', '2026-11'];
/** Events per file: as few as a month has, so that each month gets a file of its own. */
const ONE_FILE = 20;

export async function exportedLog(): Promise<ExportedLog> {
  const root = mkdtempSync(join(tmpdir(), 'otinish-exported-'));
  const dir = join(root, 'log');
  mkdirSync(join(dir, 'months'), { recursive: true });
  const database = await withDatabase('pglite');
  const app = await testApp(database.db, { now: '2026-08-01T05:00:00Z' });
  const published = checkpointFile(join(dir, 'my-checkpoints'));
  const sealer = await startSealing(app.deps, {
    sha256: (bytes) => hash('sha256', bytes, 'buffer'),
    sinks: [published],
  });
  app.deps.seal = async () => void (await sealer.round());
  for (const month of MONTHS)
    for (let day = 10; day < 20; day += 1) {
      app.clock.set(`${month}-${day}T05:00:00Z`);
      await happened(app, { event: 'request.opened', object: { type: 'request', id: `${month}-${day}` } });
      await happened(app, { event: 'job.run' });
      if (day % 3 === 0) await sealer.round();
    }
  // 13 months after the first events, so that the texts of August's system events are past their retention.
  app.clock.set('2027-09-15T05:00:00Z');
  await happened(app, { event: 'job.run' });
  await sealer.round();
  await pruneClass(app.deps, 'system');
  await sealer.round();
  await exportLog(app.deps, join(dir, 'log.jsonl'));
  await months(app, join(dir, 'months'));
  await sealer.stop();
  const [key = ''] = await logKeys(app.db.kysely, app.deps.vault);
  await database.close();
  let copies = 0;
  return {
    dir,
    key,
    copy: () => {
      copies += 1;
      const copied = join(root, `copy-${copies}`);
      cpSync(dir, copied, { recursive: true });
      return copied;
    },
    remove: () => rmSync(root, { recursive: true, force: true }),
  };
}

function happened(app: TestApp, fact: Fact): Promise<unknown> {
  return app.db.transaction((tx) =>
    record(tx, [fact], {
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

/** The files that *Audit log → Exports* makes, with the same names. */
async function months(app: TestApp, dir: string): Promise<void> {
  const auditor = { ...app.people.auditor, token: await app.signIn(app.people.auditor) };
  const { body: asked } = await app.call(startAuditExport, { body: { format: 'jsonl' } }, auditor);
  // So that later events have a later time than the request for the export.
  app.clock.advance({ minutes: 1 });
  await runNow(app.deps, exportJobOf(ONE_FILE));
  const { body } = await app.call(listAuditExports, {}, auditor);
  const made = body.items.find(({ id }: { id: string }) => id === asked.id);
  for (const { name } of made.files) {
    const bytes = await new Response(app.deps.exports?.read(made.id, name)).arrayBuffer();
    writeFileSync(join(dir, name), new Uint8Array(bytes));
  }
}
