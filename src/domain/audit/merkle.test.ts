import { createHash } from 'node:crypto';
import { expect, it } from 'vitest';
import { LEAF_BODIES, NODES, ROOTS } from '#tests/vectors/rfc6962.ts';
import { EMPTY_ROOT, foldRun, frontierOf, growTree, leafHash, nodeHash } from './merkle.ts';

const leaves = LEAF_BODIES.map((body) => leafHash(body));
const openssl = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());

it('gives the published root for every size', () => {
  const tree = growTree(0, []);
  const roots = [tree.root()];
  for (const leaf of leaves) {
    tree.append(leaf);
    roots.push(tree.root());
  }
  expect(roots).toEqual(ROOTS);
  expect(EMPTY_ROOT).toEqual(ROOTS[0]);
});

it('returns every published node once, when its last leaf is appended', () => {
  const tree = growTree(0, []);
  const nodes = leaves.flatMap((leaf) => tree.append(leaf));
  const byLevel = NODES.map((_, level) =>
    nodes.filter((node) => node.level === level).toSorted((a, b) => a.ix - b.ix),
  );
  expect(byLevel.map((level) => level.map(({ hash }) => hash))).toEqual(NODES);
  expect(byLevel.map((level) => level.map(({ ix }) => ix))).toEqual(NODES.map((level) => [...level.keys()]));
});

it('grows from stored subtree roots as it does from the empty tree', () => {
  const whole = growTree(0, []);
  for (let size = 0; size <= 300; size += 1) {
    const resumed = growTree(size, whole.frontier());
    expect(resumed.root()).toEqual(whole.root());
    const leaf = leafHash(Uint8Array.of(size & 255, size >> 8));
    expect(resumed.append(leaf)).toEqual(whole.append(leaf));
    expect([resumed.size, resumed.root()]).toEqual([whole.size, whole.root()]);
    expect(resumed.frontier()).toEqual(whole.frontier());
  }
});

it('uses the hash it is given and gives the same tree', () => {
  const tree = growTree(0, [], openssl);
  for (const body of LEAF_BODIES) tree.append(leafHash(body, openssl));
  expect(tree.root()).toEqual(ROOTS[8]);
  const calls: number[] = [];
  growTree(1, leaves.slice(0, 1), (bytes) => {
    calls.push(bytes.length);
    return openssl(bytes);
  }).append(leafHash(new Uint8Array(0)));
  expect(calls).toEqual([65]);
});

it('gives a leaf and a node of the same bytes different hashes', () => {
  const [left, right] = [leafHash(Uint8Array.of(1)), leafHash(Uint8Array.of(2))];
  expect(leafHash(Uint8Array.of(...left, ...right))).not.toEqual(nodeHash(left, right));
});

it('splits a size into its complete subtrees', () => {
  expect(frontierOf(0)).toEqual([]);
  expect(frontierOf(7)).toEqual([
    { level: 2, ix: 0 },
    { level: 1, ix: 2 },
    { level: 0, ix: 6 },
  ]);
  expect(frontierOf(2 ** 32 + 1)).toEqual([
    { level: 32, ix: 0 },
    { level: 0, ix: 2 ** 32 },
  ]);
  expect(frontierOf(Number.MAX_SAFE_INTEGER)).toHaveLength(53);
});

it('completes the subtree of 2^32 leaves with its last leaf', () => {
  const size = 2 ** 32 - 1;
  const roots = frontierOf(size).map(({ level }) => leafHash(Uint8Array.of(level)));
  const completed = growTree(size, roots).append(leafHash(new Uint8Array(0)));
  expect(completed).toHaveLength(33);
  expect(completed.map(({ level, ix }) => (ix + 1) * 2 ** level)).toEqual(completed.map(() => 2 ** 32));
});

it('throws for an invalid size, frontier or hash', () => {
  for (const size of [-1, 1.5, Number.NaN, 2 ** 53]) expect(() => frontierOf(size)).toThrow(RangeError);
  expect(() => growTree(3, leaves.slice(0, 1))).toThrow(RangeError);
  expect(() => growTree(1, [new Uint8Array(31)])).toThrow(RangeError);
  expect(() => growTree(0, []).append(new Uint8Array(33))).toThrow(RangeError);
  const full = Number.MAX_SAFE_INTEGER;
  const [leaf = EMPTY_ROOT] = leaves;
  const tree = growTree(
    full,
    frontierOf(full).map(() => leaf),
  );
  expect(() => tree.append(leaf)).toThrow(RangeError);
});

it('folds an empty list to the empty root and one hash to itself', () => {
  expect(foldRun([])).toEqual(EMPTY_ROOT);
  expect(foldRun(leaves.slice(3, 4))).toEqual(leaves[3]);
});
