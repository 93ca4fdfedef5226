/** Is the key in hand the one these data were sealed with? A sealed value beside them tells, before anything is served. */
import type { Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';
import { fromBase64, toBase64 } from '#server/vault/base64.ts';
import type { Vault } from '#server/vault/vault.ts';

const KEY = 'canary';

/** `none` before the first start only. */
export async function canaryState(
  db: Kysely<Tables>,
  vault: Pick<Vault, 'checkCanary'>,
): Promise<'right' | 'wrong' | 'none'> {
  const row = await db.selectFrom('setting').select('value').where('key', '=', KEY).executeTakeFirst();
  if (!row) return 'none';
  const sealed = fromBase64(row.value);
  return sealed && vault.checkCanary(sealed) ? 'right' : 'wrong';
}

/** Seals the first one; an older one stays. */
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
