/** The reference dates and boundary moments of the Node tests, in Chromium, because the browser computes days left. */
import { expect, it } from 'vitest';
import { deadlineVectorFailures } from '#tests/vectors/deadline-vectors.ts';
import vectors from '#tests/vectors/deadlines.json' with { type: 'json' };
import { boundaryFailures } from '#tests/vectors/due-boundaries.ts';

it('computes every reference deadline in Chromium as in Node', () => {
  expect(deadlineVectorFailures(vectors)).toEqual([]);
});

it('changes each due state at its exact moment in Chromium', () => {
  expect(boundaryFailures()).toEqual([]);
});
