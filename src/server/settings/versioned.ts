/** A row of settings: JSON with one version, so that two administrators cannot overwrite each other's changes. */
import type { Tx } from '#server/deps.ts';

export type VersionedRow = { value: unknown; version: number };

/** Returns what is stored, or `{}` at version 1. `lock` locks the row, creating it first if necessary. */
export async function loadRow(tx: Tx, key: string, lock?: { now: Temporal.Instant }): Promise<VersionedRow> {
  if (lock) {
    await tx
      .insertInto('setting')
      .values({ key, value: '{}', version: 1, changed_at: lock.now.toString(), changed_by: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  const query = tx.selectFrom('setting').select(['value', 'version']).where('key', '=', key);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return { value: JSON.parse(row?.value ?? '{}'), version: row?.version ?? 1 };
}

/** Stores the value and returns its new version. `loadRow` with `lock` must have locked the row. */
export async function saveRow(
  tx: Tx,
  key: string,
  { value, version }: VersionedRow,
  by: { id: string; now: Temporal.Instant },
): Promise<number> {
  await tx
    .updateTable('setting')
    .set({
      value: JSON.stringify(value),
      version: version + 1,
      changed_at: by.now.toString(),
      changed_by: by.id,
    })
    .where('key', '=', key)
    .execute();
  return version + 1;
}
