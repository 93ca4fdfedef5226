/** Reads exports from their table. */
import type { Selectable } from 'kysely';
import type { AuditExport, ExportFile } from '#contract/audit-export.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { namedThen, namesThen } from '#server/staff/names/former-names.ts';

export type StoredExport = Selectable<Tables['audit_export']>;

/** Exports listed at most. */
const SHOWN = 50;

/** Returns the newest exports first, or only the one with `id`. */
export async function auditExports(
  env: { tx: Tx; ports: Pick<Ports, 'vault'> },
  id?: string,
): Promise<AuditExport[]> {
  const { tx } = env;
  let query = tx
    .selectFrom('audit_export as x')
    .innerJoin('person as p', 'p.id', 'x.asked_by')
    .selectAll('x')
    .select('p.name');
  if (id !== undefined) query = query.where('x.id', '=', id);
  const rows = await query.orderBy('x.asked_at', 'desc').orderBy('x.id').limit(SHOWN).execute();
  const then = await namesThen(env);
  return rows.map((row) => ({
    id: row.id,
    askedBy: namedThen(then, { id: row.asked_by, name: row.name }, row.asked_at),
    askedAt: row.asked_at,
    format: row.format,
    from: row.from_on,
    to: row.to_on,
    state: row.state,
    done: row.done,
    total: row.total,
    finishedAt: row.finished_at,
    files: row.state === 'done' ? filesOf(row) : [],
  }));
}

export function filesOf({ files }: Pick<StoredExport, 'files'>): ExportFile[] {
  return JSON.parse(files) as ExportFile[]; // not validated: only the job writes this column
}
