/**
 * Appends committed events to the RFC 6962 tree as leaves, ordered by (epoch, transaction id, sequence). A step ends at
 * the oldest running transaction (the horizon), because only events from there on can still appear; taking every id
 * above the last one would miss events that commit late. An event that the server did not write is never sealed; an
 * event of the log names it instead. Signing is left to sign.ts, which runs once the tree is committed.
 */
import { CompiledQuery, sql } from 'kysely';
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import { growTree, type Hash, leafHash, type Node } from '#domain/audit/merkle.ts';
import type { Database } from '#server/db/database.ts';
import { WriteLost } from '#server/db/faults.ts';
import type { Tx } from '#server/deps.ts';
import type { Vault } from '#server/vault/vault.ts';
import { macState } from '../record/event-mac.ts';
import { bySystem, record } from '../record/record.ts';
import { sealedUpTo } from './log-cursor.ts';
import { currentShard } from './shard.ts';
import { frontierAt, isStored } from './tree-rows.ts';
import { macsBegan, nextRows } from './unsealed-rows.ts';

/** `busy`: another process holds the lock, or the clock does not allow it. `more`: the step ended at its limit, not at the horizon. */
export type Sealed = { state: 'busy' } | SealedStep;
export type SealedStep = {
  state: 'done';
  size: number;
  added: number;
  more: boolean;
  /** Ids of events that the server did not write. */
  foreign: readonly string[];
};

export type Sealing = {
  db: Database;
  now: Temporal.Instant;
  newId: () => string;
  vault: Pick<Vault, 'mac' | 'randomToken'>;
  /** SHA-256 of the platform, Node or browser. */
  sha256: (bytes: Uint8Array) => Uint8Array;
  /** Maximum number of leaves in one step; default 5 000, which take a few hundred ms. */
  limit?: number;
};

/** Advisory lock: one process seals at a time. */
const LOCK = 7_143_002;

/** Seals the next events in one transaction. */
export function sealStep(sealing: Sealing): Promise<Sealed> {
  const { db, now, newId, vault, sha256, limit = 5_000 } = sealing;
  return db.transaction(async (tx) => {
    const { rows } = await sql<{ mine: boolean }>`select pg_try_advisory_xact_lock(${LOCK}) as mine`.execute(
      tx,
    );
    if (!rows[0]?.mine) return { state: 'busy' };
    const last = await sealedUpTo(tx);
    const nothing = { state: 'done', size: last.size, added: 0, more: false } as const;
    const stateOf = (body: string) => macState(vault, body);
    const begun = await macsBegan(tx, last.size, stateOf);
    const next = await nextRows(tx, { after: last, limit, stateOf, begun });
    const { foreign, more } = next;
    if (foreign.length > 0) await nameForeign(tx, sealing, foreign);
    const end = next.rows.at(-1);
    if (!end) return { ...nothing, foreign };
    const leaves = next.rows.map(({ body }) => leafHash(utf8.encode(body), sha256));
    await insertLeaves(tx, last.size, next.rows, leaves);
    const tree = growTree(last.size, await frontierAt(tx, last.size), sha256);
    const nodes = leaves.flatMap((leaf) => tree.append(leaf).filter(isStored));
    if (nodes.length > 0) await insertNodes(tx, nodes);
    const root = tree.root();
    const { origin } = await currentShard(tx, { size: last.size, now, newId });
    const at = now.toString({ smallestUnit: 'millisecond' });
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
    return { state: 'done', size: tree.size, added: leaves.length, more, foreign };
  });
}

const utf8 = new TextEncoder();
const FOUND = AUDIT_EVENTS['log.foreign_found'].code;

/** Records, once, that the database contains events that the server did not write. */
async function nameForeign(tx: Tx, { now, newId, vault }: Sealing, ids: readonly string[]): Promise<void> {
  const named = await tx
    .selectFrom('audit_event')
    .select(['object_ref', 'body'])
    .where('code', '=', FOUND)
    .where('object_ref', 'in', ids.slice(0, MOST_NAMED))
    .execute();
  // A forged event of this kind must not keep the server from writing its own.
  const known = named
    .filter(({ body }) => body !== null && macState(vault, body) === 'right')
    .map((row) => row.object_ref);
  const fresh = ids.slice(0, MOST_NAMED).filter((id) => !known.includes(id));
  await record(
    tx,
    fresh.map((id) => ({ event: 'log.foreign_found', object: { type: 'event', id }, count: ids.length })),
    bySystem({ newId, vault }, now, 'SYSTEM', 'seal'),
  );
}

/** A flood of foreign events is named by its first ones and its number. */
const MOST_NAMED = 20;

/** Sends ids and hashes as one value each, because arrays of thousands are converted to text and parsed again. */
async function insertLeaves(
  tx: Tx,
  from: number,
  rows: readonly { id: string }[],
  leaves: readonly Hash[],
): Promise<void> {
  const { numAffectedRows } = await tx.executeQuery(
    CompiledQuery.raw(
      `insert into audit_leaf (ix, event_id, leaf)
       select $1::bigint + at - 1, id::uuid, substring($3::bytea from (at::int - 1) * ${HASH_BYTES} + 1 for ${HASH_BYTES})
       from unnest(string_to_array($2, ' ')) with ordinality as ids (id, at)`,
      [from, rows.map(({ id }) => id).join(' '), runOfBytes(leaves)],
    ),
  );
  if (Number(numAffectedRows) !== rows.length) throw new WriteLost();
}

const HASH_BYTES = 32;

/** Sends all hashes as one bytea, because an array of thousands would be converted to text and parsed again. */
async function insertNodes(tx: Tx, nodes: readonly Node[]): Promise<void> {
  const { numAffectedRows } = await tx.executeQuery(
    CompiledQuery.raw(
      `insert into audit_node (level, ix, h)
       select level, ix, substring($3::bytea from (at::int - 1) * ${HASH_BYTES} + 1 for ${HASH_BYTES})
       from unnest($1::int[], $2::bigint[]) with ordinality as nodes (level, ix, at)`,
      [nodes.map(({ level }) => level), nodes.map(({ ix }) => ix), runOfBytes(nodes.map(({ hash }) => hash))],
    ),
  );
  if (Number(numAffectedRows) !== nodes.length) throw new WriteLost();
}

function runOfBytes(hashes: readonly Hash[]): Uint8Array {
  const run = new Uint8Array(hashes.length * HASH_BYTES);
  for (const [at, hash] of hashes.entries()) run.set(hash, at * HASH_BYTES);
  return run;
}
