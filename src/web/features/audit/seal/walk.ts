/** Grows the tree leaf by leaf and holds it against every root and leaf that is known on the way. */
import { type Hash, isHash, sameHash, type Tree } from '#domain/audit/merkle.ts';
import { type Mark, spacingOf } from './marks.ts';

/** Hashes of 32 bytes one after another, from leaf `from` on; none where the log ends, or lacks an entry. */
export type LeafSource = (from: number, limit: number) => Promise<Uint8Array>;

type Known = { roots: ReadonlyMap<number, Hash>; leaves: ReadonlyMap<number, Hash> };

export type Walk = {
  tree: Tree;
  /** Leaves to end with. */
  to: number;
  known: Known;
  leaves: LeafSource;
  /** Leaves asked for at once. */
  page: number;
  onProgress?: ((done: number, total: number) => void) | undefined;
};

export type Walked =
  | { end: 'whole'; root: Hash; frontier: readonly Hash[]; marks: readonly Mark[]; held: number }
  /** The leaves ran out at `size`; up to `held` the tree was the known one. */
  | { end: 'short'; size: number; held: number }
  /** The tree was the known one at `from`, and no longer at `to`. */
  | { end: 'differs'; from: number; to: number }
  | { end: 'other-leaf'; ix: number };

const HASH_BYTES = 32;

export async function walk({ tree, to, known, leaves, page, onProgress }: Walk): Promise<Walked> {
  const spacing = spacingOf(to);
  const marks: Mark[] = [];
  let held = tree.size;
  const ask = (from: number) => {
    const answer = leaves(from, Math.min(page, to - from));
    // It is awaited one page later; until then nobody listens to its failure.
    answer.catch(() => undefined);
    return answer;
  };
  onProgress?.(tree.size, to);
  let next = tree.size < to ? ask(tree.size) : null;
  while (next) {
    const hashes = hashesIn(await next).slice(0, to - tree.size);
    if (hashes.length === 0) return { end: 'short', size: tree.size, held };
    const after = tree.size + hashes.length;
    // Travels while these are hashed.
    next = after < to ? ask(after) : null;
    for (const leaf of hashes) {
      const expected = known.leaves.get(tree.size);
      if (expected && !sameHash(expected, leaf)) return { end: 'other-leaf', ix: tree.size };
      tree.append(leaf);
      const root = known.roots.get(tree.size);
      if (root && !sameHash(root, tree.root())) return { end: 'differs', from: held, to: tree.size };
      if (root) held = tree.size;
      if (tree.size % spacing === 0) marks.push({ size: tree.size, root: tree.root() });
    }
    onProgress?.(tree.size, to);
  }
  return { end: 'whole', root: tree.root(), frontier: tree.frontier(), marks, held };
}

function hashesIn(bytes: Uint8Array): readonly Hash[] {
  const hashes: Hash[] = [];
  for (let at = 0; at + HASH_BYTES <= bytes.length; at += HASH_BYTES)
    hashes.push(bytes.slice(at, at + HASH_BYTES));
  return hashes.filter(isHash);
}
