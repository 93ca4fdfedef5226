/** Where a part of the log begins: the leaves left of it, and the roots of the complete subtrees they make. */
import { frontierOf, growTree, type Hash, type Sha256, sameHash, type Tree } from './merkle.ts';

export type TreeStart = { size: number; frontier: readonly Hash[] };
/** Stands before the first event of each further file, and says where that file begins. */
export type PartStart = { kind: 'part' } & TreeStart;

export const BEGINNING: TreeStart = { size: 0, frontier: [] };

/** `sound` is false where the hashes cannot be those of so many leaves; the tree then grows from none that fit. */
export function treeFrom({ size, frontier }: TreeStart, sha256?: Sha256): { tree: Tree; sound: boolean } {
  const count = frontierOf(size).length;
  const sound = frontier.length === count && frontier.every((hash) => hash.length === 32);
  const roots = sound ? frontier : Array.from({ length: count }, () => new Uint8Array(32));
  return { tree: growTree(size, roots, sha256), sound };
}

/** Whether a file begins exactly where the tree stands. */
export function goesOn(tree: Tree, { size, frontier }: TreeStart): boolean {
  const here = tree.frontier();
  return (
    size === tree.size &&
    frontier.length === here.length &&
    frontier.every((hash, at) => sameHash(hash, here[at] ?? new Uint8Array(0)))
  );
}
