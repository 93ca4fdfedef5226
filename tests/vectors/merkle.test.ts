/**
 * 98 inclusion and 98 consistency cases of another implementation (transparency-dev/merkle), most of them damaged
 * proofs.
 */
import { expect, test } from 'vitest';
import { verifyConsistency, verifyInclusion } from '#domain/audit/proof.ts';
import { fromBase64 } from '#domain/bytes/base64.ts';
import vectors from './merkle.json' with { type: 'json' };

/** Base64 that does not decode stays an empty hash, which no proof accepts. */
const bytes = (text: string | null) => fromBase64(text ?? '') ?? new Uint8Array(0);
const pathOf = (proof: readonly string[] | null) => (proof ?? []).map(bytes);

const inclusion = (each: (typeof vectors.inclusion)[number]) =>
  verifyInclusion({
    leaf: bytes(each.leafHash),
    ix: each.leafIdx,
    size: each.treeSize,
    root: bytes(each.root),
    path: pathOf(each.proof),
  });
const consistency = (each: (typeof vectors.consistency)[number]) =>
  verifyConsistency({
    from: each.size1,
    to: each.size2,
    fromRoot: bytes(each.root1),
    toRoot: bytes(each.root2),
    path: pathOf(each.proof),
  });

/** That implementation compares roots of any length; a root of SHA-256 has 32 bytes, so this case is refused here. */
const SHORT_ROOTS = 'sizes are equal (one) and proof is empty';

test('every case of the set is there, and both kinds have proofs to accept', () => {
  const accepted = (cases: readonly { wantErr: boolean }[]) => cases.filter(({ wantErr }) => !wantErr).length;
  expect([vectors.inclusion.length, vectors.consistency.length]).toEqual([98, 98]);
  expect([accepted(vectors.inclusion), accepted(vectors.consistency)]).toEqual([6, 6]);
});

test.each(vectors.inclusion)('inclusion of leaf $leafIdx of $treeSize: $desc', (each) => {
  expect(inclusion(each)).toBe(!each.wantErr);
});

test.each(vectors.consistency)('consistency of $size1 with $size2: $desc', (each) => {
  expect(consistency(each)).toBe(!each.wantErr && each.desc !== SHORT_ROOTS);
});
