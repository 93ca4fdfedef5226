/**
 * One step of sealing: the events that are committed, in the order of (epoch, transaction, sequence), become leaves of the
 * tree of RFC 6962. Nothing older than the oldest running transaction can still appear, so that is where a step ends:
 * "everything above the last id" would miss what commits late. Nothing is signed here: first the tree must be committed.
 */
import { CompiledQuery, sql } from 'kysely';
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { growTree, type Hash, leafHash, type Node } from '#domain/audit/merkle.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../deps.ts';
import { currentShard } from './shard.ts';
import { frontierAt } from './tree-rows.ts';

/** `busy`: another process is at it. `more`: the step ended at its limit, not at the horizon. */
export type Sealed = { state: 'busy' } | { state: 'done'; size: number; added: number; more: boolean };

export type Sealing = {
  db: Database;
  now: Temporal.Instant;
  newId: () => string;
  /** SHA-256 of the platform. */
  sha256: (bytes: Uint8Array) => Uint8Array;
  /** Most leaves of one step; default 5 000, a few hundred ms. */
  limit?: number;
};

const LOCK = 7_143_002;

export function sealStep({ db, now, newId, sha256, limit = 5_000 }: Sealing): Promise<Sealed> {
  return db.transaction(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(
      tx,
    );
    if (!rows[0]?.mine) return { state: 'busy' };
    const last = await lastCheckpoint(tx);
    const events = await eventsAfter(tx, last, limit);
    if (events.length === 0) return { state: 'done', size: last.size, added: 0, more: false };
    const tree = growTree(last.size, await frontierAt(tx, last.size), sha256);
    const encoder = new TextEncoder();
    const leaves: Leaf[] = [];
    const nodes: Node[] = [];
    for (const event of events) {
      const leaf = leafHash(encoder.encode(event.body), sha256);
      leaves.push({ ix: last.size + leaves.length, event: event.id, leaf });
      nodes.push(...tree.append(leaf).filter(({ level }) => level > 0));
    }
    await insertLeaves(tx, leaves);
    if (nodes.length > 0) await insertNodes(tx, nodes);
    const root = tree.root();
    const { origin } = await currentShard(tx, { size: last.size, now, newId });
    const at = now.toString({ smallestUnit: 'millisecond' });
    const end = events.at(-1);
    if (!end) throw new Error('a step without events');
    await tx
      .insertInto('audit_checkpoint')
      .values({
        size: tree.size,
        root,
        cur_epoch: end.epoch,
        cur_xid: end.xid,
        cur_seq: end.seq,
        at,
        note: checkpointText({ origin, size: tree.size, root, extensions: [`at ${at}`] }),
      })
      .execute();
    return { state: 'done', size: tree.size, added: events.length, more: events.length === limit };
  });
}

type Cursor = { size: number; epoch: number; xid: string; seq: number };
const BEGINNING: Cursor = { size: 0, epoch: 0, xid: '0', seq: 0 };

async function lastCheckpoint(tx: Tx): Promise<Cursor> {
  const row = await tx
    .selectFrom('audit_checkpoint')
    .select(['size', 'cur_epoch as epoch', 'cur_xid as xid', 'cur_seq as seq'])
    .orderBy('size', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ?? BEGINNING;
}

type Unsealed = { id: string; epoch: number; xid: string; seq: number; body: string };

/** Horizon and rows in one statement: two would see two states. */
async function eventsAfter(tx: Tx, { epoch, xid, seq }: Cursor, limit: number): Promise<readonly Unsealed[]> {
  const { rows } = await tx.executeQuery<Unsealed>(
    CompiledQuery.raw(
      `select id, epoch, xid, seq, body from audit_event
       where (epoch, xid, seq) > ($1::int, $2::xid8, $3::bigint)
         and (epoch < (select max(epoch) from audit_epoch) or xid < pg_snapshot_xmin(pg_current_snapshot()))
       order by epoch, xid, seq limit ${limit}`,
      [epoch, xid, seq],
    ),
  );
  return rows;
}

type Leaf = { ix: number; event: string; leaf: Hash };

/** Hashes go as one run of bytes: thousands of them as an array of texts would be spelled out and read again. */
async function insertLeaves(tx: Tx, leaves: readonly Leaf[]): Promise<void> {
  await tx.executeQuery(
    CompiledQuery.raw(
      `insert into audit_leaf (ix, event_id, leaf)
       select $1::bigint + at - 1, event, substring($3::bytea from (at::int - 1) * 32 + 1 for 32)
       from unnest($2::uuid[]) with ordinality as leaves (event, at)`,
      [leaves[0]?.ix, leaves.map(({ event }) => event), runOfBytes(leaves.map(({ leaf }) => leaf))],
    ),
  );
}

async function insertNodes(tx: Tx, nodes: readonly Node[]): Promise<void> {
  await tx.executeQuery(
    CompiledQuery.raw(
      `insert into audit_node (level, ix, h)
       select level, ix, substring($3::bytea from (at::int - 1) * 32 + 1 for 32)
       from unnest($1::int[], $2::bigint[]) with ordinality as nodes (level, ix, at)`,
      [nodes.map(({ level }) => level), nodes.map(({ ix }) => ix), runOfBytes(nodes.map(({ hash }) => hash))],
    ),
  );
}

function runOfBytes(hashes: readonly Hash[]): Uint8Array {
  const run = new Uint8Array(hashes.length * 32);
  for (const [at, hash] of hashes.entries()) run.set(hash, at * 32);
  return run;
}
