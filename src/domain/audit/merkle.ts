/**
 * The Merkle tree of the log (RFC 6962 §2.1, RFC 9162 §2.1): hashes of leaves and nodes, the complete subtrees of a
 * size, and appending. Sizes go up to 2^53 - 1, so this file divides instead of shifting: JavaScript shifts 32 bits.
 */
import { sha256 as noble } from '@noble/hashes/sha2.js';

/** 32 bytes. */
export type Hash = Uint8Array;
/** A complete subtree: leaves are level 0, and `ix` counts from the left within the level. */
export type Position = { level: number; ix: number };
export type Node = Position & { hash: Hash };
/** A replacement for the default implementation where the platform has a faster one. */
export type Sha256 = (bytes: Uint8Array) => Uint8Array;

export type Tree = {
  /** Leaves so far. */
  readonly size: number;
  /** Returns every node the leaf completes, the leaf first, then by level. Throws RangeError unless given 32 bytes. */
  append(leaf: Hash): readonly Node[];
  root(): Hash;
  /** Roots of the complete subtrees, left to right, in the order of `frontierOf`. */
  frontier(): readonly Hash[];
};

/** The root of the tree without leaves. */
export const EMPTY_ROOT: Hash = noble(new Uint8Array(0));

/** The highest subtree in a tree of at most 2^53 - 1 leaves. */
const TOP_LEVEL = 52;

/** SHA-256(0x00 ‖ body). */
export function leafHash(body: Uint8Array, sha256: Sha256 = noble): Hash {
  const input = new Uint8Array(1 + body.length);
  input.set(body, 1);
  return sha256(input);
}

/** SHA-256(0x01 ‖ left ‖ right). The prefix differs from a leaf's, so that a node cannot be passed off as a leaf. */
export function nodeHash(left: Hash, right: Hash, sha256: Sha256 = noble): Hash {
  const input = new Uint8Array(1 + left.length + right.length);
  input[0] = 1;
  input.set(left, 1);
  input.set(right, 1 + left.length);
  return sha256(input);
}

/** Returns the complete subtrees of a tree of this size, left to right. Throws RangeError for an invalid size. */
export function frontierOf(size: number): readonly Position[] {
  if (!isCount(size)) throw new RangeError(`not the size of a tree: ${size}`);
  return runOf(0, size);
}

/**
 * Returns the complete subtrees that cover the leaves from `start` to before `end`, left to right. `start` must be a
 * multiple of the widest of them, as it is for every range of a proof.
 */
export function runOf(start: number, end: number): readonly Position[] {
  const run: Position[] = [];
  let left = start;
  for (let level = TOP_LEVEL; level >= 0 && left < end; level -= 1) {
    const width = 2 ** level;
    if (end - left < width) continue;
    run.push({ level, ix: left / width });
    left += width;
  }
  return run;
}

/** Folds adjacent subtrees into one hash from the right, as RFC 6962 does; an empty list gives EMPTY_ROOT. */
export function foldRun(hashes: readonly Hash[], sha256: Sha256 = noble): Hash {
  const last = hashes.at(-1);
  if (!last) return EMPTY_ROOT;
  return hashes.slice(0, -1).reduceRight((right, left) => nodeHash(left, right, sha256), last);
}

/**
 * Returns a tree of `size` leaves that can grow. It keeps only the subtree roots of `frontierOf`, at most 53 hashes.
 * Throws RangeError when their number does not fit the size.
 */
export function growTree(size: number, frontierHashes: readonly Hash[], sha256: Sha256 = noble): Tree {
  const positions = frontierOf(size);
  if (positions.length !== frontierHashes.length)
    throw new RangeError(`${frontierHashes.length} roots for a tree of ${size}, not ${positions.length}`);
  const roots: Node[] = positions.map((position, at) => ({ ...position, hash: whole(frontierHashes[at]) }));
  let count = size;
  return {
    get size() {
      return count;
    },
    append(leaf) {
      if (!isCount(count + 1)) throw new RangeError('the tree is full');
      let node: Node = { level: 0, ix: count, hash: whole(leaf) };
      const completed = [node];
      // As in binary addition: while the last subtree has the same level, the two make one of the next level.
      for (let left = roots.at(-1); left?.level === node.level; left = roots.at(-1)) {
        roots.pop();
        node = { level: left.level + 1, ix: left.ix / 2, hash: nodeHash(left.hash, node.hash, sha256) };
        completed.push(node);
      }
      roots.push(node);
      count += 1;
      return completed;
    },
    root: () => foldRun(hashesOf(roots), sha256),
    frontier: () => hashesOf(roots),
  };
}

export function isHash(value: unknown): value is Hash {
  return value instanceof Uint8Array && value.length === 32;
}

export function sameHash(one: Hash, other: Hash): boolean {
  return one.length === other.length && one.every((byte, at) => byte === other[at]);
}

/** Whether a value is a count that a number holds exactly; beyond the safe integers two sizes share one number. */
export function isCount(value: unknown): value is number {
  return Number.isSafeInteger(value) && Number(value) >= 0;
}

function whole(hash: Hash | undefined): Hash {
  if (!isHash(hash)) throw new RangeError('not a hash of 32 bytes');
  return hash;
}

function hashesOf(nodes: readonly Node[]): readonly Hash[] {
  return nodes.map(({ hash }) => hash);
}
