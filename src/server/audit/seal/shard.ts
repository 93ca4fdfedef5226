/**
 * Shards of the log. A shard is one history, signed under a name of its own (its origin); after a restore to an earlier
 * state a new shard begins.
 */
import type { Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';

export type Shard = { shard: number; origin: string; firstIx: number };
type Around = { size: number; now: Temporal.Instant; newId: () => string };

/** Returns the newest shard; opens the first one when the first event is sealed. */
export async function currentShard(tx: Tx, around: Around): Promise<Shard> {
  return (await newestShard(tx)) ?? (await openShard(tx, 1, around));
}

export async function newestShard(on: Kysely<Tables>): Promise<Shard | null> {
  const row = await on
    .selectFrom('audit_shard')
    .select(['shard', 'origin', 'first_ix as firstIx'])
    .orderBy('shard', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

/** Opens a shard under a new origin; `size` becomes the index of its first leaf. */
export async function openShard(tx: Tx, shard: number, { size, now, newId }: Around): Promise<Shard> {
  const made: Shard = { shard, origin: `otinish-log/${newId()}`, firstIx: size };
  await tx
    .insertInto('audit_shard')
    .values({ shard, origin: made.origin, first_ix: size, began_at: now.toString() })
    .execute();
  return made;
}
