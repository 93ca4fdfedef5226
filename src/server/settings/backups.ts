/**
 * The time of the last backup of the embedded database and the number kept;
 * backups by PostgreSQL's tools are not known here.
 */
import { z } from 'zod';
import type { Tx } from '#server/deps.ts';

const KEY = 'backups';
const Kept = z.object({ last: z.string(), kept: z.int() });

export async function backupsKept(tx: Tx): Promise<{ last: string | null; kept: number }> {
  const row = await tx.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  return row ? Kept.parse(JSON.parse(row.value)) : { last: null, kept: 0 };
}

export async function noteBackup(tx: Tx, kept: number, now: Temporal.Instant): Promise<void> {
  const value = JSON.stringify({ last: now.toString(), kept } satisfies z.input<typeof Kept>);
  await tx
    .insertInto('setting')
    .values({ key: KEY, value, version: 1, changed_at: now.toString(), changed_by: null })
    .onConflict((conflict) => conflict.column('key').doUpdateSet({ value, changed_at: now.toString() }))
    .execute();
}
