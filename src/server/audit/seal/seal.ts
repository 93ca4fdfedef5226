/**
 * Appends committed events to the RFC 6962 tree as leaves, ordered by (epoch, transaction id, sequence). A step ends at
 * the oldest running transaction (the horizon), because only events from there on can still appear; taking every id
 * above the last one would miss events that commit late. Signing is left to sign.ts, which runs once the tree is
 * committed.
 */
import { CompiledQuery, sql } from 'kysely';
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { growTree, type Hash, type Node } from '#domain/audit/merkle.ts';
import type { Database } from '#server/db/database.ts';
import type { Tx } from '#server/deps.ts';
import { type LogCursor, type SealedUpTo, sealedUpTo } from './log-cursor.ts';
import { currentShard } from './shard.ts';
import { frontierAt, isStored } from './tree-rows.ts';

/** `busy`: another process holds the lock, or the clock does not allow it. `more`: the step ended at its limit, not at the horizon. */
export type Sealed = { state: 'busy' } | { state: 'done'; size: number; added: number; more: boolean };

export type Sealing = {
  db: Database;
  now: Temporal.Instant;
  newId: () => string;
  /** SHA-256 of the platform, Node or browser. */
  sha256: (bytes: Uint8Array) => Uint8Array;
  /** Maximum number of leaves in one step; default 5 000, which take a few hundred ms. */
  limit?: number;
};

/** Advisory lock: one process seals at a time. */
const LOCK = 7_143_002;

/** Seals the next events in one transaction. */
export function sealStep({ db, now, newId, sha256, limit = 5_000 }: Sealing): Promise<Sealed> {
  return db.transaction(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(
      tx,
    );
    if (!rows[0]?.mine) return { state: 'busy' };
    const last = await sealedUpTo(tx);
    const taken = await takeLeaves(tx, last, limit);
    if (!taken) return { state: 'done', size: last.size, added: 0, more: false };
    const tree = growTree(last.size, await frontierAt(tx, last.size), sha256);
    const nodes: Node[] = [];
    for (let at = 0; at < taken.count; at += 1) {
      const leaf = taken.leaves.subarray(at * HASH_BYTES, (at + 1) * HASH_BYTES);
      nodes.push(...tree.append(leaf).filter(isStored));
    }
    if (nodes.length > 0) await insertNodes(tx, nodes);
    const root = tree.root();
    const { origin } = await currentShard(tx, { size: last.size, now, newId });
    const at = now.toString({ smallestUnit: 'millisecond' });
    await tx
      .insertInto('audit_checkpoint')
      .values({
        size: tree.size,
        root,
        cur_epoch: taken.epoch,
        cur_xid: taken.xid,
        cur_seq: taken.seq,
        at,
        note: checkpointText({ origin, size: tree.size, root, extensions: [`at ${at}`] }),
      })
      .execute();
    return { state: 'done', size: tree.size, added: taken.count, more: taken.count === limit };
  });
}

/** The concatenated hashes of the new leaves, and the position of the last event among them. */
type Taken = LogCursor & { count: number; leaves: Uint8Array };

const HASH_BYTES = 32;

/**
 * Reads horizon and rows in one statement, because two statements would see two snapshots. The database hashes the
 * bodies, so that they need not travel here; verification recomputes every hash from the body.
 */
async function takeLeaves(tx: Tx, last: SealedUpTo, limit: number): Promise<Taken | null> {
  const { rows } = await tx.executeQuery<Taken>(
    CompiledQuery.raw(TAKE, [last.epoch, last.xid, last.seq, last.size, limit]),
  );
  return rows[0] ?? null;
}

/** Events of an earlier epoch need no horizon: they came with a restored dump, so all of them are committed. */
const TAKE = `
  with taken as materialized (
    select id, epoch, xid, seq, sha256('\\x00'::bytea || convert_to(body, 'UTF8')) as leaf,
      row_number() over (order by epoch, xid, seq) as at
    from (
      select id, epoch, xid, seq, body from audit_event
      where (epoch, xid, seq) > ($1::int, $2::xid8, $3::bigint)
        and (epoch < (select max(epoch) from audit_epoch) or xid < pg_snapshot_xmin(pg_current_snapshot()))
      order by epoch, xid, seq limit $5) unsealed),
  kept as (insert into audit_leaf (ix, event_id, leaf) select $4::bigint + at - 1, id, leaf from taken order by at)
  select epoch, xid::text, seq, at::int as count, (select string_agg(leaf, ''::bytea order by at) from taken) as leaves
  from taken order by at desc limit 1`;

/** Sends all hashes as one bytea, because an array of thousands would be converted to text and parsed again. */
async function insertNodes(tx: Tx, nodes: readonly Node[]): Promise<void> {
  await tx.executeQuery(
    CompiledQuery.raw(
      `insert into audit_node (level, ix, h)
       select level, ix, substring($3::bytea from (at::int - 1) * ${HASH_BYTES} + 1 for ${HASH_BYTES})
       from unnest($1::int[], $2::bigint[]) with ordinality as nodes (level, ix, at)`,
      [nodes.map(({ level }) => level), nodes.map(({ ix }) => ix), runOfBytes(nodes.map(({ hash }) => hash))],
    ),
  );
}

function runOfBytes(hashes: readonly Hash[]): Uint8Array {
  const run = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) run.set(hash, at * HASH_BYTES);
  return run;
}
