/**
 * Starts sealing when the process starts to serve. Compares the database with each sink first: if the sink's checkpoint
 * is larger than the tree, or has another root at the same size, the database was restored to an earlier state, and a
 * new shard is opened, because going on under the same name would contradict what was published.
 */
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import type { Deps } from '#server/deps.ts';
import { bySystem, record } from '../record/record.ts';
import { sealedUpTo } from './log-cursor.ts';
import { type CheckpointSink, type LogCopy, type Sealer, startSealer } from './sealer.ts';
import { newestShard, openShard } from './shard.ts';

export type SealingOptions = {
  sha256: (bytes: Uint8Array) => Uint8Array;
  sinks: readonly CheckpointSink[];
  copies?: readonly LogCopy[];
};

export async function startSealing(
  deps: Deps,
  { sha256, sinks, copies = [] }: SealingOptions,
): Promise<Sealer> {
  for (const sink of sinks) await refuseSetBack(deps, sink);
  return startSealer(deps, { key: await logKeyOf(deps.vault), sha256, sinks, copies });
}

async function refuseSetBack(deps: Deps, sink: CheckpointSink): Promise<void> {
  const shard = await newestShard(deps.db.kysely);
  if (!shard) return;
  const published = await sink.newest(shard.origin);
  if (published === null) return;
  const { size, root } = parseCheckpoint(published);
  const same = await deps.db.kysely
    .selectFrom('audit_checkpoint')
    .select('root')
    .where('size', '=', size)
    .executeTakeFirst();
  if (same && deps.vault.equal(same.root, root)) return;
  const now = deps.now();
  const { size: here } = await sealedUpTo(deps.db.kysely);
  deps.log.error({ published: size, here }, 'the log was set back: a new shard begins');
  await deps.db.transaction(async (tx) => {
    await openShard(tx, shard.shard + 1, { size: here, now, newId: deps.newId });
    // Verification accepts the loss of exactly these events: signed under this origin, after `here`, up to `published`.
    const data = { published: size, here, shard: shard.shard + 1, origin: shard.origin };
    await record(tx, [{ event: 'log.restored', data }], bySystem(deps, now, 'SYSTEM', 'start'));
  });
}
