/**
 * The stored tree: leaves at level 0 in their own table, and of the nodes above them every fourth level in another. What
 * lies between is a few hashes to make again, and would be as many rows as there are leaves to write and keep.
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

/** Roots of the complete subtrees of a tree of this size, left to right. */
export async function frontierAt(tx: Tx, size: number): Promise<readonly Hash[]> {
  const hashes = await hashesAt(tx, frontierOf(size));
  if (!hashes.every(isHash)) throw new Error(`the tree of the log lacks a node of its first ${size} leaves`);
  return hashes;
}

/**
 * The elements of a proof, each folded from the complete nodes its plan names; one query for all. Null where the tables
 * lack a node: what cannot be proved is left unproved, and verification names the place.
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

/** Undefined where the tables lack what one is made of. */
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

/** The nearest nodes at or under a place that have rows, left to right: a power of two of them, eight at most. */
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
