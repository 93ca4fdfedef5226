/** The kinds of files an export can be made of. */
import type { Deps } from '#server/deps.ts';
import { csvRows } from './csv-rows.ts';
import { jsonLines } from './jsonl.ts';
import type { Making, Pace, Step } from './pace.ts';
import type { StoredExport } from './rows.ts';

const MAKING = { jsonl: jsonLines, csv: csvRows } as const satisfies Record<
  StoredExport['format'],
  Making<StoredExport>
>;

/** More events than this go into a file for each month; a spreadsheet holds 1 048 576 rows. */
export const ONE_FILE = 1_000_000;

/** What there is to do, counted. */
export function beginning(
  deps: Deps,
  row: StoredExport,
  limit = ONE_FILE,
): Promise<{ total: number; pace: Pace }> {
  return MAKING[row.format].begin(deps, row, limit);
}

export function stepOf(deps: Deps, row: StoredExport, total: number, limit = ONE_FILE): Promise<Step> {
  return MAKING[row.format].stepOf(deps, row, total, limit);
}
