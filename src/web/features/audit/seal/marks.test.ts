import { expect, it } from 'vitest';
import { keptMarks, spacingOf } from './marks.ts';

const mark = (size: number) => ({ size, root: Uint8Array.of(size & 255) });

it.each([
  [0, 1],
  [256, 1],
  [257, 2],
  [16_384, 64],
  [16_385, 128],
  [100_000, 512],
  [5_000_000, 32_768],
])('a log of %i entries is marked every %i', (size, spacing) => {
  expect(spacingOf(size)).toBe(spacing);
});

it('drops the marks a longer log does not keep', () => {
  const sizes = keptMarks(20_000, [mark(64), mark(128), mark(192)], [mark(256), mark(19_968)]).map(
    ({ size }) => size,
  );
  expect(sizes).toEqual([128, 256, 19_968]);
});
