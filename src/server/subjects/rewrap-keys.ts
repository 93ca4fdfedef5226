/**
 * Wraps the keys of all subjects under the newest master key, in small transactions while the desk is in use. Each row
 * names the version it is wrapped under, so an interrupted run leaves nothing half-done, and the next one goes on.
 */
import type { Database } from '#server/db/database.ts';
import type { Vault } from '#server/vault/vault.ts';

type Ports = { db: Database; vault: Pick<Vault, 'masterVersion' | 'rewrapSubjectKey' | 'forgetSubjectKey'> };

export type Rewrapped = { rewrapped: number; left: boolean };

/** Rows per transaction: some hundred milliseconds on the embedded database, whose one connection is held meanwhile. */
const AT_ONCE = 100;
/** Rows that another transaction holds are skipped, and taken in the next pass. */
const PASSES = 5;

/** Returns how many keys were wrapped anew, and whether some that others held are left. */
export async function rewrapKeys({ db, vault }: Ports, atOnce = AT_ONCE): Promise<Rewrapped> {
  let rewrapped = 0;
  for (let pass = 0; pass < PASSES; pass += 1) {
    for (let after: Place | null = BEGINNING; after !== null; ) {
      const batch = await rewrapBatch({ db, vault }, after, atOnce);
      rewrapped += batch.rewrapped;
      after = batch.last;
    }
    if (!(await hasOlder(db, vault.masterVersion))) return { rewrapped, left: false };
  }
  return { rewrapped, left: true };
}

type Place = { subject_id: string; category: string };
const BEGINNING: Place = { subject_id: '00000000-0000-0000-0000-000000000000', category: '' };

/** Takes the next rows in the order of the primary key; `last` is null after the last batch. */
function rewrapBatch(
  { db, vault }: Ports,
  after: Place,
  atOnce: number,
): Promise<{ rewrapped: number; last: Place | null }> {
  return db.transaction(async (tx) => {
    const rows = await tx
      .selectFrom('vault.subject_key')
      .selectAll()
      .where('master_version', '<', vault.masterVersion)
      .where(({ eb, refTuple, tuple }) =>
        eb(refTuple('subject_id', 'category'), '>', tuple(after.subject_id, after.category)),
      )
      .orderBy('subject_id')
      .orderBy('category')
      .limit(atOnce)
      // Never waits for a row, so it cannot deadlock with the destruction of a subject, which locks them in another order.
      .forUpdate()
      .skipLocked()
      .execute();
    for (const { subject_id, category, wrapped, master_version } of rows) {
      const anew = vault.rewrapSubjectKey(wrapped, master_version);
      await tx
        .updateTable('vault.subject_key')
        .set({ wrapped: anew.wrapped, master_version: anew.masterVersion })
        .where('subject_id', '=', subject_id)
        .where('category', '=', category)
        .execute();
      vault.forgetSubjectKey(wrapped, master_version);
    }
    const last = rows.at(-1);
    return {
      rewrapped: rows.length,
      last: last && rows.length === atOnce ? { subject_id: last.subject_id, category: last.category } : null,
    };
  });
}

async function hasOlder(db: Database, version: number): Promise<boolean> {
  const row = await db.kysely
    .selectFrom('vault.subject_key')
    .select('subject_id')
    .where('master_version', '<', version)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}
