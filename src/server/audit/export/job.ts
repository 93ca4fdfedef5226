/**
 * Makes the files of one export after another, in slices shorter than its lease. Its progress is stored in the export's
 * row after every batch, so a process that is killed loses one batch at most.
 */
import { CommitUnknown, DatabaseUnavailable } from '#server/db/faults.ts';
import type { Deps } from '#server/deps.ts';
import type { Job } from '#server/jobs/runner.ts';
import { csvRows } from './csv-rows.ts';
import { finishExport } from './finish.ts';
import { jsonLines } from './jsonl.ts';
import type { Making, Pace, Step } from './pace.ts';
import type { ExportPlace } from './place.ts';
import type { StoredExport } from './rows.ts';

/** More events than this go into a file for each month; a spreadsheet holds 1 048 576 rows. */
const ONE_FILE = 1_000_000;

export const EXPORT_JOB = 'audit-export';

/** Ms per run: well within the lease, even when finishing the files (fsync, hash) takes a while. */
const SLICE_MS = 60_000;

export const exportJob: Job = exportJobOf(ONE_FILE);

/** `limit`: events in one file; an export with more has a file for each month. */
export function exportJobOf(limit: number): Job {
  return {
    name: EXPORT_JOB,
    // A request for an export moves this to now.
    next: (now) => now.add({ seconds: 30 }),
    leaseMinutes: 5,
    awaited: true,
    run: async (deps) => {
      if (!deps.exports) return null;
      await forgetOldExports(deps, deps.exports);
      const until = performance.now() + SLICE_MS;
      while (performance.now() < until && !deps.closing?.()) {
        const row = await oldestUnfinished(deps);
        if (!row) break;
        try {
          await workOn(deps, row, limit, () => performance.now() < until && !deps.closing?.());
        } catch (error) {
          deps.log.error({ export: row.id, error: String(error) }, 'an export was broken off');
          // The export keeps its state and continues from its row when the database is available again.
          if (error instanceof DatabaseUnavailable || error instanceof CommitUnknown) break;
          await note(deps, row, { state: 'failed', finished_at: deps.now().toString() });
        }
      }
      return null;
    },
  };
}

/** How each kind of file is made. */
const MAKING = { jsonl: jsonLines, csv: csvRows } as const satisfies Record<
  StoredExport['format'],
  Making<StoredExport>
>;

/** Counts what there is to export and returns the starting point. */
export function beginning(
  deps: Deps,
  row: StoredExport,
  limit = ONE_FILE,
): Promise<{ total: number; pace: Pace }> {
  return MAKING[row.format].begin(deps, row, limit);
}

/** Returns the function that writes one batch. */
export function stepOf(deps: Deps, row: StoredExport, total: number, limit = ONE_FILE): Promise<Step> {
  return MAKING[row.format].stepOf(deps, row, total, limit);
}

function oldestUnfinished({ db }: Deps): Promise<StoredExport | undefined> {
  return db.kysely
    .selectFrom('audit_export')
    .selectAll()
    .where('state', 'in', ['waiting', 'running'])
    .orderBy('asked_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst();
}

async function workOn(deps: Deps, row: StoredExport, limit: number, goesOn: () => boolean): Promise<void> {
  if (row.state === 'waiting' || row.total === null) {
    const { total, pace } = await beginning(deps, row, limit);
    if (!(await note(deps, row, { state: 'running', total, done: 0, place: JSON.stringify(pace) }))) return;
  }
  let pace: Pace = JSON.parse(row.place);
  const step = await stepOf(deps, row, row.total ?? 0, limit);
  while (goesOn()) {
    const next = await step(pace);
    if (next === null) return finishExport(deps, row, pace);
    pace = next;
    if (!(await note(deps, row, { done: pace.done, place: JSON.stringify(pace) }))) return;
  }
}

/** Updates the stored row and `row`; false when another process has taken over, because this one stalled too long. */
async function note(
  { db }: Deps,
  row: StoredExport,
  to: Partial<Pick<StoredExport, 'state' | 'done' | 'total' | 'place' | 'finished_at'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db.kysely
    .updateTable('audit_export')
    .set(to)
    .where('id', '=', row.id)
    .where('place', '=', row.place)
    .where('state', 'in', ['waiting', 'running'])
    .executeTakeFirst();
  Object.assign(row, to);
  return numUpdatedRows > 0n;
}

/** How long the files of an export are kept; the log itself stays. */
const KEPT = { hours: 7 * 24 };

/**
 * Removes the files before the row: if the process dies between, the row is still there and the next run repeats it.
 */
async function forgetOldExports({ db, now }: Deps, place: ExportPlace): Promise<void> {
  const rows = await db.kysely
    .selectFrom('audit_export')
    .select('id')
    .where('finished_at', '<', now().subtract(KEPT).toString())
    .execute();
  for (const { id } of rows) {
    await place.remove(id);
    await db.kysely.deleteFrom('audit_export').where('id', '=', id).execute();
  }
}
