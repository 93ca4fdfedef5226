// Properties that hold for every tree size and leaf index. The seed is fixed so that a failure repeats.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { at, consistencyOf, inclusionOf, LARGEST, leaves, roots } from '#tests/cases/proofs.ts';
import { EMPTY_ROOT, frontierOf, growTree, type Hash, leafHash, nodeHash, type Position } from './merkle.ts';
import {
  consistencyPlan,
  foldRun,
  inclusionPlan,
  type Plan,
  verifyConsistency,
  verifyInclusion,
} from './proof.ts';

const SEEDED = { seed: 20261122, numRuns: 2_000 };
const WHOLE_RANGE = 60_000;

/** The root by the recursive definition of RFC 6962 §2.1, independent of the code under test. */
const byRange = new Map<string, Hash>();
function rootByDefinition(start: number, end: number): Hash {
  const known = byRange.get(`${start}-${end}`);
  if (known) return known;
  const middle = start + 2 ** Math.ceil(Math.log2(end - start) - 1);
  const root =
    end - start === 1
      ? (leaves[start] ?? EMPTY_ROOT)
      : nodeHash(rootByDefinition(start, middle), rootByDefinition(middle, end));
  byRange.set(`${start}-${end}`, root);
  return root;
}

describe(`every tree of up to ${LARGEST} leaves`, () => {
  it('has the root that RFC 6962 defines', () => {
    for (let size = 1; size <= LARGEST; size += 1) expect(roots[size]).toEqual(rootByDefinition(0, size));
  });

  it(
    'proves each of its leaves from stored nodes',
    () => {
      const wrong: string[] = [];
      for (let size = 1; size <= LARGEST; size += 1)
        for (let ix = 0; ix < size; ix += 1)
          if (!verifyInclusion(inclusionOf(ix, size))) wrong.push(`${ix} of ${size}`);
      expect(wrong).toEqual([]);
    },
    WHOLE_RANGE,
  );

  it(
    'proves that it grew from each smaller one',
    () => {
      const wrong: string[] = [];
      for (let to = 0; to <= LARGEST; to += 1)
        for (let from = 0; from <= to; from += 1)
          if (!verifyConsistency(consistencyOf(from, to))) wrong.push(`${from} to ${to}`);
      expect(wrong).toEqual([]);
    },
    WHOLE_RANGE,
  );
});

describe('beyond what 32 bits count', () => {
  const huge = fc.oneof(
    fc.integer({ min: 2 ** 32, max: Number.MAX_SAFE_INTEGER }),
    fc.constantFrom(2 ** 32, 2 ** 32 + 1, 2 ** 40 - 1, 2 ** 52, 2 ** 52 + 1, Number.MAX_SAFE_INTEGER),
  );
  const hugePair = huge.chain((size) => fc.tuple(fc.integer({ min: 1, max: size - 1 }), fc.constant(size)));

  /** The leaf ranges that a plan's nodes cover, adjacent ones joined; BigInt, because they exceed 32 bits. */
  function covered(plan: Plan): [start: bigint, end: bigint][] {
    const ranges = plan.flat().map(({ level, ix }): [bigint, bigint] => {
      const width = 1n << BigInt(level);
      return [BigInt(ix) * width, (BigInt(ix) + 1n) * width];
    });
    ranges.sort(([a], [b]) => (a < b ? -1 : 1));
    return ranges.reduce<[bigint, bigint][]>((joined, [start, end]) => {
      const last = joined.at(-1);
      if (last?.[1] === start) last[1] = end;
      else joined.push([start, end]);
      return joined;
    }, []);
  }

  it('covers every leaf but its own once with a path', () => {
    fc.assert(
      fc.property(hugePair, ([ix, size]) => {
        const before: [bigint, bigint] = [0n, BigInt(ix)];
        const after: [bigint, bigint] = [BigInt(ix + 1), BigInt(size)];
        expect(covered(inclusionPlan(ix, size))).toEqual(
          [before, after].filter(([start, end]) => start < end),
        );
      }),
      SEEDED,
    );
  });

  it('covers the whole tree with a consistency proof, without the old tree where its root is one node', () => {
    fc.assert(
      fc.property(hugePair, ([from, to]) => {
        const ranges = covered(consistencyPlan(from, to));
        const rootIsKnown = (BigInt(from) & (BigInt(from) - 1n)) === 0n;
        expect(ranges).toEqual([[rootIsKnown ? BigInt(from) : 0n, BigInt(to)]]);
      }),
      SEEDED,
    );
  });

  it('verifies in huge trees of equal leaves, which need one hash a level', () => {
    const leaf = leafHash(new Uint8Array(0));
    const byLevel = [leaf];
    for (let level = 1; level <= 53; level += 1)
      byLevel.push(nodeHash(at(byLevel, level - 1), at(byLevel, level - 1)));
    const hashesOf = (run: readonly Position[]) => run.map(({ level }) => at(byLevel, level));
    const path = (plan: Plan) => plan.map((run) => foldRun(hashesOf(run)));
    const rootOf = (size: number) => growTree(size, hashesOf(frontierOf(size))).root();
    fc.assert(
      fc.property(hugePair, ([small, size]) => {
        const [fromRoot, toRoot] = [rootOf(small), rootOf(size)];
        const inclusion = { leaf, ix: small, size, root: toRoot, path: path(inclusionPlan(small, size)) };
        const consistency = {
          from: small,
          to: size,
          fromRoot,
          toRoot,
          path: path(consistencyPlan(small, size)),
        };
        expect(verifyInclusion(inclusion)).toBe(true);
        expect(verifyConsistency(consistency)).toBe(true);
        expect(verifyInclusion({ ...inclusion, root: fromRoot })).toBe(false);
        expect(verifyConsistency({ ...consistency, toRoot: fromRoot })).toBe(false);
      }),
      { ...SEEDED, numRuns: 300 },
    );
  });
});
