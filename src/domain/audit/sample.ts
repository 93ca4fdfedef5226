/**
 * A sample nobody picked: things in the order of SHA-256(seed "/" id), the first so many of them. Whoever knows the seed and
 * the ids draws the same one, whatever the database, and nobody can choose a seed for the sample he wants without being seen
 * trying: each drawing is in the log.
 */
import { sha256 as noble } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import type { Sha256 } from './merkle.ts';

export const SAMPLE_SIZES = { usual: 25, most: 100 } as const;
export const LARGEST_SEED = 999_999;

/** What is hashed, in UTF-8; the database hashes the same. */
function sampleText(seed: number, id: string): string {
  return `${seed}/${id}`;
}

/** At most `size` of the ids, in the order they were drawn. */
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
