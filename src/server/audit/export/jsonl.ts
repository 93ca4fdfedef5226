/**
 * Steps of an export in JSON lines, in leaf order. Each file can be verified alone: its head holds the tree before it,
 * and a signed checkpoint covers its last leaf.
 */
import type { Deps } from '#server/deps.ts';
import { logKeys } from '../seal/log-keys.ts';
import { logItems } from '../seal/log-source.ts';
import { frontierAt } from '../seal/tree-rows.ts';
import { EXPORT_FORMAT, headLine, itemLine } from './format.ts';
import { BATCH, BEGINNING, type Making, put } from './pace.ts';
import { type Leaves, partsOfLog } from './range.ts';
import type { StoredExport } from './rows.ts';

export const jsonLines: Making<StoredExport> = {
  /** Seals first, so that the export contains the event that records its own request. */
  begin: async (deps, { from_on, to_on }, limit) => {
    await deps.seal?.();
    const plan = await partsOfLog(deps.db.kysely, { from: from_on, to: to_on }, limit);
    const first = plan[0]?.first ?? 0;
    return { total: (plan.at(-1)?.end ?? first) - first, pace: { ...BEGINNING, ix: first, plan } };
  },
  stepOf: async (deps, row) => async (pace) => {
    const begun = pace.parts.length;
    // A part without leaves is also one file.
    const at = pace.plan.findIndex(({ end }, nth) => pace.ix < end || nth >= begun);
    const part = pace.plan[at];
    if (!part) return null;
    const name = part.month === '' ? 'log.jsonl' : `log-${part.month}.jsonl`;
    const head = at < begun ? '' : await partHead(deps, part, row.asked_at);
    const until = Math.min(part.end, pace.ix + BATCH);
    const lines: string[] = [];
    let count = 0;
    for await (const item of partItems(deps, part, { from: pace.ix, until })) {
      lines.push(itemLine(item));
      if (item.kind === 'event') count += 1;
    }
    const written = await put(deps, row.id, pace, [{ name, head, lines, count }]);
    return { ...written, ix: until, done: pace.done + until - pace.ix };
  },
};

/** The head line of a part; the export job and `export-log` both begin a file with it. */
export async function partHead(
  { db, vault }: Pick<Deps, 'db' | 'vault'>,
  { first }: Leaves,
  madeAt: string,
): Promise<string> {
  const keys = await logKeys(db.kysely, vault);
  const before = await db.transaction((tx) => frontierAt(tx, first));
  return headLine({ format: EXPORT_FORMAT, keys, madeAt, from: first, before });
}

/**
 * The leaves of a part with their signed checkpoints; for a part without leaves, the checkpoint of the log before it.
 */
export function partItems(
  { db }: Pick<Deps, 'db'>,
  { first, end }: Leaves,
  { from = first, until = end }: { from?: number; until?: number } = {},
) {
  return logItems(db.kysely, { from, notesAfter: first === end ? first - 1 : from, until });
}
