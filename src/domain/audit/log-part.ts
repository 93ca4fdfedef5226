/** The start of a part of the log: the number of leaves before it, and the roots of their complete subtrees. */
import { frontierOf, growTree, type Hash, type Sha256, sameHash, type Tree } from './merkle.ts';

export type TreeStart = { size: number; frontier: readonly Hash[] };
/** Precedes the first event of each further file of an export and says where that file begins. */
export type PartStart = { kind: 'part' } & TreeStart;

export const BEGINNING: TreeStart = { size: 0, frontier: [] };

/**
 * Returns a tree that grows from the start of a part. `sound` is false when the hashes cannot belong to that many
 * leaves; the tree then grows from zero hashes, so that no signed root can match.
 */
export function treeFrom({ size, frontier }: TreeStart, sha256?: Sha256): { tree: Tree; sound: boolean } {
  const count = frontierOf(size).length;
  const sound = frontier.length === count && frontier.every((hash) => hash.length === 32);
  const roots = sound ? frontier : Array.from({ length: count }, () => new Uint8Array(32));
  return { tree: growTree(size, roots, sha256), sound };
}

/** Whether a file begins exactly at the tree's current size. */
export function goesOn(tree: Tree, { size, frontier }: TreeStart): boolean {
  const here = tree.frontier();
  return (
    size === tree.size &&
    frontier.length === here.length &&
    frontier.every((hash, at) => sameHash(hash, here[at] ?? new Uint8Array(0)))
  );
}
