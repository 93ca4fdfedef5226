/**
 * Reads the stored tree: the leaves (level 0) from one table, every fourth level above them from another. The levels
 * between are recomputed from a few hashes, because storing them would take nearly as many rows as there are leaves.
 */
import { CompiledQuery } from 'kysely';
import { frontierOf, type Hash, isHash, type Node, nodeHash, type Position } from '#domain/audit/merkle.ts';
import { foldRun, type Plan } from '#domain/audit/proof.ts';
import type { Tx } from '#server/deps.ts';

const EVERY = 4;

/** Whether a node has a row of its own above the leaves. */
export function isStored({ level }: Position): boolean {
  return level > 0 && level % EVERY === 0;
}

/** Returns the roots of the complete subtrees of a tree of this size, left to right. @throws when a node is missing */
export async function frontierAt(tx: Tx, size: number): Promise<readonly Hash[]> {
  const hashes = await hashesAt(tx, frontierOf(size));
  if (!hashes.every(isHash)) throw new Error(`the tree of the log lacks a node of its first ${size} leaves`);
  return hashes;
}

/**
 * Returns the hashes of a proof, each folded from the complete nodes its plan names, with one query for all. A hash is
 * null when the tables lack a node: the caller gives no proof then, and verification reports the place.
 */
export async function pathOf(tx: Tx, plan: Plan): Promise<(Hash | null)[]> {
  const hashes = await hashesAt(tx, plan.flat());
  let at = 0;
  return plan.map((run) => {
    const part = hashes.slice(at, at + run.length);
    at += run.length;
    return part.every(isHash) ? foldRun(part) : null;
  });
}

/** Returns the hash of each position; undefined when the tables lack a node it is computed from. */
async function hashesAt(tx: Tx, positions: readonly Position[]): Promise<(Hash | undefined)[]> {
  const kept = new Map<string, Hash>();
  for (const { level, ix, hash } of await storedNodes(tx, positions.flatMap(storedUnder)))
    kept.set(nameOf({ level, ix }), hash);
  return positions.map((position) => {
    let row = storedUnder(position).map((stored) => kept.get(nameOf(stored)));
    while (row.length > 1) row = pairsOf(row);
    return row[0];
  });
}

/**
 * Positions of the nearest stored nodes at or under a position, left to right: a power of two of them, at most eight.
 */
function storedUnder({ level, ix }: Position): readonly Position[] {
  const base = level - (level % EVERY);
  const width = 2 ** (level - base);
  return Array.from({ length: width }, (_, at) => ({ level: base, ix: ix * width + at }));
}

function pairsOf(row: readonly (Hash | undefined)[]): (Hash | undefined)[] {
  return Array.from({ length: row.length / 2 }, (_, at) => {
    const [left, right] = [row[at * 2], row[at * 2 + 1]];
    return left && right && nodeHash(left, right);
  });
}

async function storedNodes(tx: Tx, positions: readonly Position[]): Promise<readonly Node[]> {
  if (positions.length === 0) return [];
  const { rows } = await tx.executeQuery<Node>(
    CompiledQuery.raw(
      `with wanted as (select distinct * from unnest($1::int[], $2::bigint[]) as w (level, ix))
       select w.level, w.ix, n.h as hash from wanted w join audit_node n on n.level = w.level and n.ix = w.ix where w.level > 0
       union all
       select w.level, w.ix, l.leaf from wanted w join audit_leaf l on l.ix = w.ix where w.level = 0`,
      [positions.map(({ level }) => level), positions.map(({ ix }) => ix)],
    ),
  );
  return rows;
}

function nameOf({ level, ix }: Position): string {
  return `${level}/${ix}`;
}
