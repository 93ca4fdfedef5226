/** Appends leaves to the tree and compares it with every root and leaf known in advance. */
import { type Hash, isHash, sameHash, type Tree } from '#domain/audit/merkle.ts';
import { type Mark, spacingOf } from './marks.ts';

/** Concatenated 32-byte hashes from leaf `from` on; empty at the end of the log or if the entry is missing. */
export type LeafSource = (from: number, limit: number) => Promise<Uint8Array>;

type Known = { roots: ReadonlyMap<number, Hash>; leaves: ReadonlyMap<number, Hash> };

export type Walk = {
  tree: Tree;
  /** Number of leaves at which the walk ends. */
  to: number;
  known: Known;
  leaves: LeafSource;
  /** Leaves per request. */
  page: number;
  onProgress?: ((done: number, total: number) => void) | undefined;
};

export type Walked =
  | { end: 'whole'; root: Hash; frontier: readonly Hash[]; marks: readonly Mark[]; held: number }
  /** The source returned no leaf at `size`; `held` is the last size at which the tree matched a known root. */
  | { end: 'short'; size: number; held: number }
  /** The tree matched the known root at size `from` and did not match at size `to`. */
  | { end: 'differs'; from: number; to: number }
  /** The leaf at `ix` is not the known one. */
  | { end: 'other-leaf'; ix: number };

const HASH_BYTES = 32;

export async function walk({ tree, to, known, leaves, page, onProgress }: Walk): Promise<Walked> {
  const spacing = spacingOf(to);
  const marks: Mark[] = [];
  let held = tree.size;
  const ask = (from: number) => {
    const answer = leaves(from, Math.min(page, to - from));
    // The promise is awaited one page later; without a handler, an earlier rejection would count as unhandled.
    answer.catch(() => undefined);
    return answer;
  };
  onProgress?.(tree.size, to);
  let next = tree.size < to ? ask(tree.size) : null;
  while (next) {
    // The source may return more than was asked for; leaves beyond `to` are not covered by the checkpoint.
    const hashes = hashesIn(await next).slice(0, to - tree.size);
    if (hashes.length === 0) return { end: 'short', size: tree.size, held };
    const after = tree.size + hashes.length;
    // Fetch the next page while this one is hashed.
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
