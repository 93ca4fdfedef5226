import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawSample } from './sample.ts';

const ids = Array.from({ length: 312 }, (_, at) => `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`);

test('the same seed draws the same sample for any order of the ids', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999 }),
      fc.shuffledSubarray(ids, { minLength: 312 }),
      (seed, shuffled) => {
        expect(drawSample(shuffled, seed, 25)).toEqual(drawSample(ids, seed, 25));
      },
    ),
    { seed: 7, numRuns: 50 },
  );
});

test('a larger sample of one seed begins with the smaller one', () => {
  expect(drawSample(ids, 7, 50).slice(0, 25)).toEqual(drawSample(ids, 7, 25));
});

test('another seed draws another sample', () => {
  expect(drawSample(ids, 8, 25)).not.toEqual(drawSample(ids, 7, 25));
});

test('is never larger than the number of ids', () => {
  expect(drawSample(ids.slice(0, 3), 7, 25).toSorted()).toEqual(ids.slice(0, 3));
  expect(drawSample([], 7, 25)).toEqual([]);
});

test('draws every id about equally often', () => {
  const drawn = new Map<string, number>();
  for (let seed = 0; seed < 400; seed += 1)
    for (const id of drawSample(ids, seed, 25)) drawn.set(id, (drawn.get(id) ?? 0) + 1);
  // 32 on average; more than seven standard deviations would be a bias of the draw, not chance.
  expect(Math.max(...drawn.values())).toBeLessThan(72);
  expect(drawn.size).toBe(ids.length);
});

/** Made with coreutils: `printf '7/00000000-0000-4000-8000-000000000000' | sha256sum` for each id, sorted. */
test('draws the sample that sha256sum and sort give', () => {
  expect(drawSample(ids.slice(0, 4), 7, 4).map((id) => id.slice(-1))).toEqual(['1', '3', '2', '0']);
});
