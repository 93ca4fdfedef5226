/**
 * A reproducible sample: the ids ordered by SHA-256(seed "/" id), and the first of them taken. The same seed and ids
 * give the same sample on any database. Trying seeds until a wanted sample comes up is visible, because each draw is
 * audited.
 */
import { sha256 as noble } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sha256 } from './merkle.ts';

export const SAMPLE_SIZES = { usual: 25, most: 100 } as const;
export const LARGEST_SEED = 999_999;

/** The hashed text, in UTF-8. The SQL that draws in the database must hash the same text. */
function sampleText(seed: number, id: string): string {
  return `${seed}/${id}`;
}

/** Returns at most `size` of the ids, in the order they were drawn. */
export function drawSample(
  ids: readonly string[],
  seed: number,
  size: number,
  sha256: Sha256 = noble,
): readonly string[] {
  return ids
    .map((id) => ({ id, key: bytesToHex(sha256(utf8ToBytes(sampleText(seed, id)))) }))
    .toSorted((one, other) => (one.key < other.key ? -1 : 1))
    .slice(0, size)
    .map(({ id }) => id);
}
