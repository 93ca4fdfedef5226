/** The same reference dates and boundary moments as in Node, where the person's own browser counts. */
import { expect, it } from 'vitest';
import { deadlineVectorFailures } from '#tests/vectors/deadline-vectors.ts';
import vectors from '#tests/vectors/deadlines.json' with { type: 'json' };
import { boundaryFailures } from '#tests/vectors/due-boundaries.ts';

it('counts every reference deadline alike in Chromium', () => {
  expect(deadlineVectorFailures(vectors)).toEqual([]);
});

it('turns each due state over at its exact moment in Chromium', () => {
  expect(boundaryFailures()).toEqual([]);
});
