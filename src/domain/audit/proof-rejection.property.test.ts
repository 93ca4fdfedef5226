// A proof with any part changed must never verify. The seed is fixed so that a failure repeats.
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { at, consistencyOf, inclusionOf, LARGEST, roots } from '#tests/cases/proofs.ts';
import { EMPTY_ROOT, type Hash } from './merkle.ts';
import { consistencyPlan, inclusionPlan, verifyConsistency, verifyInclusion } from './proof.ts';

const SEEDED = { seed: 20261122, numRuns: 2_000 };

const aTree = fc.integer({ min: 1, max: LARGEST });
const anInclusion = aTree.chain((size) =>
  fc.integer({ min: 0, max: size - 1 }).map((ix) => inclusionOf(ix, size)),
);
const aConsistency = fc
  .integer({ min: 2, max: LARGEST })
  .chain((to) => fc.integer({ min: 1, max: to - 1 }).map((from) => consistencyOf(from, to)));
const aFlip = fc.record({ byte: fc.nat(31), bit: fc.nat(7), where: fc.nat() });

type Flip = { byte: number; bit: number };
const flipped = (hash: Hash, { byte, bit }: Flip): Hash =>
  hash.map((value, place) => (place === byte ? value ^ (1 << bit) : value));
const flippedIn = (path: readonly Hash[], { where, ...flip }: Flip & { where: number }): Hash[] =>
  path.map((hash, place) => (place === where % path.length ? flipped(hash, flip) : hash));
const swapped = (path: readonly Hash[], one: number, other: number): Hash[] =>
  path.map((hash, place) => (place === one ? at(path, other) : place === other ? at(path, one) : hash));

it('rejects an inclusion with one bit changed', () => {
  fc.assert(
    fc.property(anInclusion, aFlip, (good, flip) => {
      expect(verifyInclusion({ ...good, leaf: flipped(good.leaf, flip) })).toBe(false);
      expect(verifyInclusion({ ...good, root: flipped(good.root, flip) })).toBe(false);
      if (good.path.length > 0)
        expect(verifyInclusion({ ...good, path: flippedIn(good.path, flip) })).toBe(false);
    }),
    SEEDED,
  );
});

it('rejects a consistency with one bit changed', () => {
  fc.assert(
    fc.property(aConsistency, aFlip, (good, flip) => {
      expect(verifyConsistency({ ...good, fromRoot: flipped(good.fromRoot, flip) })).toBe(false);
      expect(verifyConsistency({ ...good, toRoot: flipped(good.toRoot, flip) })).toBe(false);
      expect(verifyConsistency({ ...good, path: flippedIn(good.path, flip) })).toBe(false);
    }),
    SEEDED,
  );
});

it('rejects a path that is cut, lengthened or reordered', () => {
  fc.assert(
    fc.property(anInclusion, aConsistency, fc.nat(), fc.nat(), (inclusion, consistency, one, other) => {
      const damaged = (path: readonly Hash[]): Hash[][] => {
        const [first, second] = [one % (path.length || 1), other % (path.length || 1)];
        const longer = [
          [...path, EMPTY_ROOT],
          [EMPTY_ROOT, ...path],
        ];
        const shorter = path.length > 0 ? [path.slice(1), path.slice(0, -1)] : [];
        return [...longer, ...shorter, ...(first === second ? [] : [swapped(path, first, second)])];
      };
      for (const path of damaged(inclusion.path)) expect(verifyInclusion({ ...inclusion, path })).toBe(false);
      for (const path of damaged(consistency.path))
        expect(verifyConsistency({ ...consistency, path })).toBe(false);
    }),
    SEEDED,
  );
});

it('rejects every other index for the leaf', () => {
  fc.assert(
    fc.property(anInclusion, fc.integer({ min: -1, max: LARGEST + 1 }), (good, ix) => {
      expect(verifyInclusion({ ...good, ix })).toBe(ix === good.ix);
    }),
    SEEDED,
  );
});

it('rejects every size whose path would have another length', () => {
  fc.assert(
    fc.property(anInclusion, fc.nat(2 * LARGEST), (good, size) => {
      fc.pre(size <= good.ix || inclusionPlan(good.ix, size).length !== good.path.length);
      expect(verifyInclusion({ ...good, size })).toBe(false);
    }),
    SEEDED,
  );
  fc.assert(
    fc.property(aConsistency, fc.nat(2 * LARGEST), (good, to) => {
      fc.pre(to < good.from || consistencyPlan(good.from, to).length !== good.path.length);
      expect(verifyConsistency({ ...good, to })).toBe(false);
    }),
    SEEDED,
  );
});

it('rejects an older tree that had other leaves', () => {
  fc.assert(
    fc.property(aConsistency, aTree, (good, size) => {
      expect(verifyConsistency({ ...good, fromRoot: at(roots, size) })).toBe(size === good.from);
      expect(verifyConsistency({ ...good, toRoot: at(roots, size) })).toBe(size === good.to);
    }),
    SEEDED,
  );
});

it('returns false for anything that is not a proof and never throws', () => {
  const anything = fc.oneof(
    fc.anything(),
    fc.double(),
    fc.maxSafeNat(),
    fc.uint8Array({ minLength: 32, maxLength: 32 }),
    fc.array(fc.oneof(fc.anything(), fc.uint8Array({ minLength: 30, maxLength: 33 }))),
  );
  const keys = ['leaf', 'ix', 'size', 'root', 'from', 'to', 'fromRoot', 'toRoot', 'path'];
  const nonsense = fc.record(Object.fromEntries(keys.map((key) => [key, anything])));
  fc.assert(
    fc.property(
      nonsense,
      anInclusion,
      aConsistency,
      fc.subarray(keys),
      (bad, inclusion, consistency, kept) => {
        const part = Object.fromEntries(kept.map((key) => [key, bad[key]]));
        const believed = (good: object, check: (claim: never) => boolean) =>
          check({ ...good, ...part } as never);
        expect(verifyInclusion(bad as never)).toBe(false);
        expect(verifyConsistency(bad as never)).toBe(false);
        expect(believed(inclusion, verifyInclusion)).toBeTypeOf('boolean');
        expect(believed(consistency, verifyConsistency)).toBeTypeOf('boolean');
      },
    ),
    SEEDED,
  );
});
