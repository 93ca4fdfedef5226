/**
 * Ends an export: moves its files to their final names, adds a signed manifest and records the event with the count.
 */
import type { ExportFile } from '#contract/audit-export.ts';
import { signNote } from '#domain/audit/note.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import type { Deps } from '#server/deps.ts';
import { bySystem, record } from '../record/record.ts';
import { newestShard } from '../seal/shard.ts';
import { newestSigned } from '../seal/sign.ts';
import type { Pace } from './pace.ts';
import type { StoredExport } from './rows.ts';

const MANIFEST = 'manifest.note';
const MANIFEST_FORMAT = 'otinish-export 1';

export async function finishExport(deps: Deps, row: StoredExport, { parts, done }: Pace): Promise<void> {
  const { db, now, exports: place } = deps;
  if (!place) throw new Error('there is no place for exports');
  const files: ExportFile[] = [];
  for (const { name, count } of parts) files.push({ name, count, ...(await place.finish(row.id, name)) });
  await place.write(row.id, MANIFEST, 0, await manifestOf(deps, row, files));
  const manifest = { name: MANIFEST, count: 0, ...(await place.finish(row.id, MANIFEST)) };
  const at = now();
  await db.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('audit_export')
      .set({ state: 'done', done, files: JSON.stringify([...files, manifest]), finished_at: at.toString() })
      .where('id', '=', row.id)
      .where('state', '=', 'running')
      .executeTakeFirst();
    // Another process took the export over, finished it and recorded the event.
    if (numUpdatedRows === 0n) return;
    const fact = {
      event: 'audit.exported',
      object: { type: 'export', id: row.id },
      count: files.reduce((sum, { count }) => sum + count, 0),
      data: { state: 'done', format: row.format, files: files.length },
    } as const;
    await record(tx, [fact], bySystem(deps, at, 'JOB', 'audit-export'));
  });
}

/** A signed note (c2sp.org/signed-note) whose text is one line of JSON: what was exported, and each file's SHA-256. */
async function manifestOf(deps: Deps, row: StoredExport, files: readonly ExportFile[]): Promise<string> {
  const { db, vault, now } = deps;
  const newest = await newestSigned(db.kysely);
  const text = JSON.stringify({
    format: MANIFEST_FORMAT,
    id: row.id,
    madeAt: now().toString(),
    kind: row.format,
    from: row.from_on,
    to: row.to_on,
    count: files.reduce((sum, { count }) => sum + count, 0),
    files,
    checkpoint: newest?.note ?? null,
  });
  const key = await logKeyOf(vault);
  const shard = await newestShard(db.kysely);
  return shard ? signNote(`${text}\n`, shard.origin, key.publicKey, key.sign) : `${text}\n`;
}
