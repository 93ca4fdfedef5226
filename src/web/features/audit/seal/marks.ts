/**
 * Roots on the way to a checkpoint. They tell between which entries a log stopped being the one that was verified, where
 * the two checkpoints alone would only tell that it did.
 */
import type { Hash } from '#domain/audit/merkle.ts';

export type Mark = { size: number; root: Hash };

const MOST = 256;

/** Entries between two marks of a log of this size, each one of a short log: what is kept stays below 20 kB however long it grows. */
export function spacingOf(size: number): number {
  let spacing = 1;
  while (size / spacing > MOST) spacing *= 2;
  return spacing;
}

/** Of both, those a log of this size keeps, by size. */
export function keptMarks(size: number, ...lists: readonly (readonly Mark[])[]): readonly Mark[] {
  const spacing = spacingOf(size);
  const bySize = new Map(lists.flat().map((mark) => [mark.size, mark]));
  return [...bySize.values()]
    .filter((mark) => mark.size % spacing === 0 && mark.size <= size)
    .toSorted((one, other) => one.size - other.size);
}
