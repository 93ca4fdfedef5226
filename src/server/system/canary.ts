/** Checks with a stored encrypted value (the canary) that the key file is the one with which the data was encrypted. */
import type { Kysely } from 'kysely';
import { fromBase64, toBase64 } from '#domain/bytes/base64.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Vault } from '#server/vault/vault.ts';

const KEY = 'canary';

/** Returns `none` only before the first start has stored a canary. */
export async function canaryState(
  db: Kysely<Tables>,
  vault: Pick<Vault, 'checkCanary'>,
): Promise<'right' | 'wrong' | 'none'> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  if (!row) return 'none';
  return canaryFits(vault, row.value) ? 'right' : 'wrong';
}

/** Whether a stored canary was encrypted with this vault's keys; for a database that is not open, such as a dump. */
export function canaryFits(vault: Pick<Vault, 'checkCanary'>, stored: string): boolean {
  const encrypted = fromBase64(stored);
  return encrypted !== null && vault.checkCanary(encrypted);
}

/** Replaces the canary by one under the newest master key, after a rotation. */
export async function renewCanary(
  tx: Kysely<Tables>,
  vault: Pick<Vault, 'canary'>,
  now: Temporal.Instant,
): Promise<void> {
  await tx
    .updateTable('setting')
    .set({ value: toBase64(vault.canary()), changed_at: now.toString() })
    .where('key', '=', KEY)
    .execute();
}

/** Stores a canary if there is none yet. */
export async function layCanary(
  db: Kysely<Tables>,
  vault: Pick<Vault, 'canary'>,
  now: Temporal.Instant,
): Promise<void> {
  await db
    .insertInto('setting')
    .values({
      key: KEY,
      value: toBase64(vault.canary()),
      version: 1,
      changed_at: now.toString(),
      changed_by: null,
    })
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute();
}
