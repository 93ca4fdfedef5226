/**
 * Inclusion and consistency proofs: which stored nodes a proof consists of (RFC 6962 §2.1.1–2) and whether a proof is
 * valid (RFC 9162 §2.1.3.2, §2.1.4.2). Plans run on the log's own data and throw on invalid sizes; verification runs on
 * untrusted data and returns true or false.
 */
import {
  EMPTY_ROOT,
  type Hash,
  isCount,
  isHash,
  nodeHash,
  type Position,
  runOf,
  type Sha256,
  sameHash,
} from './merkle.ts';

export { foldRun } from './merkle.ts';

/** For each element of a proof, the stored complete nodes that `foldRun` folds into it. */
export type Plan = readonly (readonly Position[])[];

export type Inclusion = {
  /** Hash of the leaf, not its body. */
  leaf: Hash;
  ix: number;
  size: number;
  root: Hash;
  path: readonly Hash[];
};

export type Consistency = {
  from: number;
  to: number;
  fromRoot: Hash;
  toRoot: Hash;
  path: readonly Hash[];
};

/**
 * Returns the inclusion path of leaf `ix` in a tree of `size`, sibling first. Throws RangeError unless 0 ≤ ix < size.
 */
export function inclusionPlan(ix: number, size: number): Plan {
  if (!isCount(ix) || !isCount(size) || ix >= size)
    throw new RangeError(`no leaf ${ix} in a tree of ${size}`);
  const fromTop: (readonly Position[])[] = [];
  let start = 0;
  let end = size;
  while (end - start > 1) {
    const middle = start + splitOf(end - start);
    fromTop.push(ix < middle ? runOf(middle, end) : runOf(start, middle));
    if (ix < middle) end = middle;
    else start = middle;
  }
  return fromTop.reverse();
}

/**
 * Returns the proof that the first `from` leaves are still the first of `to`; empty for `from` = 0 and for equal sizes.
 * Throws RangeError when `from` > `to`.
 */
export function consistencyPlan(from: number, to: number): Plan {
  if (!isCount(from) || !isCount(to) || from > to)
    throw new RangeError(`no tree grows from ${from} to ${to}`);
  if (from === 0 || from === to) return [];
  const fromTop: (readonly Position[])[] = [];
  let start = 0;
  let end = to;
  while (end !== from) {
    const middle = start + splitOf(end - start);
    fromTop.push(from <= middle ? runOf(middle, end) : runOf(start, middle));
    if (from <= middle) end = middle;
    else start = middle;
  }
  // With start = 0 the remaining range is the whole old tree, whose root the verifier already has.
  if (start > 0) fromTop.push(runOf(start, end));
  return fromTop.reverse();
}

/**
 * Whether the leaf is at `ix` under this root. Another size that gives the path the same shape passes too, so take size
 * and root from one signed checkpoint.
 */
export function verifyInclusion({ leaf, ix, size, root, path }: Inclusion, sha256?: Sha256): boolean {
  if (!isCount(ix) || !isCount(size) || ix >= size) return false;
  if (!isHash(leaf) || !isHash(root) || !Array.isArray(path)) return false;
  let place = ix;
  let last = size - 1;
  let hash = leaf;
  for (const element of path) {
    if (last === 0 || !isHash(element)) return false;
    if (isOdd(place) || place === last) {
      hash = nodeHash(element, hash, sha256);
      [place, last] = upToRightChild(place, last);
    } else {
      hash = nodeHash(hash, element, sha256);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && sameHash(hash, root);
}

/**
 * Whether the tree of `to` begins with the tree of `from`. The RFC does not define `from` = 0: every tree extends the
 * empty one, so only the empty root and an empty path are required there.
 */
export function verifyConsistency(
  { from, to, fromRoot, toRoot, path }: Consistency,
  sha256?: Sha256,
): boolean {
  if (!isCount(from) || !isCount(to) || from > to) return false;
  if (!isHash(fromRoot) || !isHash(toRoot) || !Array.isArray(path)) return false;
  if (from === 0 && !sameHash(fromRoot, EMPTY_ROOT)) return false;
  if (from === to) return path.length === 0 && sameHash(fromRoot, toRoot);
  if (from === 0) return path.length === 0;
  if (path.length === 0) return false;
  // An old size that is a power of two is one complete node, so the proof omits it and starts from the old root.
  const [seed, ...rest] = isPowerOfTwo(from) ? [fromRoot, ...path] : path;
  if (!isHash(seed)) return false;
  let place = from - 1;
  let last = to - 1;
  while (isOdd(place)) {
    place = half(place);
    last = half(last);
  }
  let old = seed;
  let young = seed;
  for (const element of rest) {
    if (last === 0 || !isHash(element)) return false;
    if (isOdd(place) || place === last) {
      old = nodeHash(element, old, sha256);
      young = nodeHash(element, young, sha256);
      [place, last] = upToRightChild(place, last);
    } else {
      young = nodeHash(young, element, sha256);
    }
    place = half(place);
    last = half(last);
  }
  return last === 0 && sameHash(old, fromRoot) && sameHash(young, toRoot);
}

/** A node on the right edge without a sibling has no path element, so climb until it is a right child. */
function upToRightChild(place: number, last: number): [place: number, last: number] {
  let [up, edge] = [place, last];
  while (up !== 0 && !isOdd(up)) {
    up = half(up);
    edge = half(edge);
  }
  return [up, edge];
}

/** Number of leaves in the left subtree: the largest power of two below `width`, which must be at least 2. */
function splitOf(width: number): number {
  let split = 1;
  while (split * 2 < width) split *= 2;
  return split;
}

function isPowerOfTwo(count: number): boolean {
  return count === 1 || splitOf(count) * 2 === count;
}

function isOdd(count: number): boolean {
  return count % 2 === 1;
}

/** Division instead of a shift, because sizes exceed 32 bits. */
function half(count: number): number {
  return Math.floor(count / 2);
}
