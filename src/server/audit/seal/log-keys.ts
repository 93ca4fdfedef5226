/** Lists the verifier keys of the log: one key pair under the name of each shard. */
import type { Kysely } from 'kysely';
import { verifierKey } from '#domain/audit/note-key.ts';
import { publicLogKey } from '#server/audit/seal/log-key.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Vault } from '#server/vault/vault.ts';

/** Returns the keys, newest shard last; empty before the first event is sealed. */
export async function logKeys(
  on: Kysely<Tables>,
  vault: Pick<Vault, 'signingSeed'>,
): Promise<readonly string[]> {
  const shards = await on.selectFrom('audit_shard').select('origin').orderBy('shard').execute();
  const publicKey = await publicLogKey(vault);
  return shards.map(({ origin }) => verifierKey(origin, publicKey));
}
