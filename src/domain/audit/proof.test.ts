import { expect, it } from 'vitest';
import { CONSISTENCIES, INCLUSIONS, NODES, ROOTS } from '#tests/vectors/rfc6962.ts';
import { EMPTY_ROOT, type Hash, type Position } from './merkle.ts';
import {
  consistencyPlan,
  foldRun,
  inclusionPlan,
  type Plan,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';

const nodeAt = ({ level, ix }: Position): Hash => NODES[level]?.[ix] ?? new Uint8Array();
const rootOf = (size: number): Hash => ROOTS[size] ?? new Uint8Array();
const pathOf = (plan: Plan) => plan.map((run) => foldRun(run.map(nodeAt)));
const at = (level: number, ix: number): Position => ({ level, ix });

it.each(INCLUSIONS)('makes and accepts the published path of leaf $ix of $size', ({ ix, size, path }) => {
  expect(pathOf(inclusionPlan(ix, size))).toEqual(path);
  const leaf = nodeAt(at(0, ix));
  expect(verifyInclusion({ leaf, ix, size, root: rootOf(size), path })).toBe(true);
});

it.each(CONSISTENCIES)('makes and accepts the published proof from $from to $to', ({ from, to, path }) => {
  expect(pathOf(consistencyPlan(from, to))).toEqual(path);
  expect(verifyConsistency({ from, to, fromRoot: rootOf(from), toRoot: rootOf(to), path })).toBe(true);
});

/** Named as in RFC 6962 §2.1.3: leaves a b c d e f j, pairs g h i, the first four leaves k, the last three l. */
const EXAMPLE = {
  b: [at(0, 1)],
  c: [at(0, 2)],
  d: [at(0, 3)],
  f: [at(0, 5)],
  g: [at(1, 0)],
  h: [at(1, 1)],
  i: [at(1, 2)],
  j: [at(0, 6)],
  k: [at(2, 0)],
  l: [at(1, 2), at(0, 6)],
};

it('plans the proofs that RFC 6962 gives for seven leaves', () => {
  const { b, c, d, f, g, h, i, j, k, l } = EXAMPLE;
  expect(inclusionPlan(0, 7)).toEqual([b, h, l]);
  expect(inclusionPlan(3, 7)).toEqual([c, g, l]);
  expect(inclusionPlan(4, 7)).toEqual([f, j, k]);
  expect(inclusionPlan(6, 7)).toEqual([i, k]);
  expect(consistencyPlan(3, 7)).toEqual([c, d, g, l]);
  expect(consistencyPlan(4, 7)).toEqual([l]);
  expect(consistencyPlan(6, 7)).toEqual([i, j, k]);
});

it('accepts growth from the empty tree only with its root and an empty path', () => {
  expect(consistencyPlan(0, 5)).toEqual([]);
  const grown = { from: 0, to: 5, fromRoot: EMPTY_ROOT, toRoot: rootOf(5), path: [] };
  expect(verifyConsistency(grown)).toBe(true);
  expect(verifyConsistency({ ...grown, to: 0, toRoot: EMPTY_ROOT })).toBe(true);
  expect(verifyConsistency({ ...grown, fromRoot: rootOf(1) })).toBe(false);
  expect(verifyConsistency({ ...grown, path: [rootOf(1)] })).toBe(false);
  expect(verifyConsistency({ ...grown, to: 0 })).toBe(false);
  expect(verifyConsistency({ ...grown, to: 0, fromRoot: rootOf(5) })).toBe(false);
});

it('accepts equal sizes only with the same root and no path', () => {
  const same = { from: 5, to: 5, fromRoot: rootOf(5), toRoot: rootOf(5), path: [] };
  expect(consistencyPlan(5, 5)).toEqual([]);
  expect(verifyConsistency(same)).toBe(true);
  expect(verifyConsistency({ ...same, toRoot: rootOf(4) })).toBe(false);
  expect(verifyConsistency({ ...same, path: [rootOf(5)] })).toBe(false);
});

it('rejects a tree that shrinks', () => {
  expect(() => consistencyPlan(6, 5)).toThrow(RangeError);
  const { path } = CONSISTENCIES[2] ?? { path: [] };
  expect(verifyConsistency({ from: 8, to: 6, fromRoot: rootOf(8), toRoot: rootOf(6), path })).toBe(false);
});

it('throws for a leaf outside the tree', () => {
  for (const [ix, size] of [
    [0, 0],
    [5, 5],
    [-1, 5],
    [0.5, 5],
    [0, 2 ** 53],
    [Number.NaN, 5],
  ] as const)
    expect(() => inclusionPlan(ix, size)).toThrow(RangeError);
});
