/** The stored tree: leaves at level 0 in their own table, every complete node above them in another. */
import { CompiledQuery } from 'kysely';
import { frontierOf, type Hash, isHash, type Position } from '#domain/audit/merkle.ts';
import { foldRun, type Plan } from '#domain/audit/proof.ts';
import type { Tx } from '../deps.ts';

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

/** Undefined where the tables lack one. */
async function hashesAt(tx: Tx, positions: readonly Position[]): Promise<(Hash | undefined)[]> {
  if (positions.length === 0) return [];
  const { rows } = await tx.executeQuery<{ level: number; ix: number; h: Uint8Array }>(
    CompiledQuery.raw(
      `with wanted as (select * from unnest($1::int[], $2::bigint[]) as w (level, ix))
       select w.level, w.ix, n.h from wanted w join audit_node n on n.level = w.level and n.ix = w.ix where w.level > 0
       union all
       select w.level, w.ix, l.leaf from wanted w join audit_leaf l on l.ix = w.ix where w.level = 0`,
      [positions.map(({ level }) => level), positions.map(({ ix }) => ix)],
    ),
  );
  const found = new Map(rows.map(({ level, ix, h }) => [`${level}/${ix}`, h]));
  return positions.map(({ level, ix }) => found.get(`${level}/${ix}`));
}
