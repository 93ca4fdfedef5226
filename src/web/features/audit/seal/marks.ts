/**
 * Roots at intermediate sizes below a checkpoint. With them a mismatch is located between two marks; the checkpoints
 * alone would only show that there is one.
 */
import type { Hash } from '#domain/audit/merkle.ts';

export type Mark = { size: number; root: Hash };

/** Marks kept at most: with 256 the stored text stays below 20 kB for a log of any length. */
const MOST = 256;

/** Entries between two marks of a log of this size: a power of two, so that marks of a shorter log remain usable. */
export function spacingOf(size: number): number {
  let spacing = 1;
  while (size / spacing > MOST) spacing *= 2;
  return spacing;
}

/** Merges the lists and drops the marks a log of this size does not keep; ordered by size. */
export function keptMarks(size: number, ...lists: readonly (readonly Mark[])[]): readonly Mark[] {
  const spacing = spacingOf(size);
  const bySize = new Map(lists.flat().map((mark) => [mark.size, mark]));
  return [...bySize.values()]
    .filter((mark) => mark.size % spacing === 0 && mark.size <= size)
    .toSorted((one, other) => one.size - other.size);
}
