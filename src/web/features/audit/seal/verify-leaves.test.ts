import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Hash } from '#domain/audit/merkle.ts';
import {
  KEY,
  LEAVES,
  OTHER_LOG,
  place,
  REMEMBERED,
  rememberedOf,
  verdictOn,
  what,
} from '#tests/cases/leaf-verdicts.ts';
import { claimOf, LOG, leafOf, leavesOf, newKey, sourceOf } from '#tests/cases/sealed-log.ts';
import { type Remembered, verifyLeaves } from './verify-leaves.ts';
import { verifySignature } from './verify-signature.ts';

const OTHER_KEY = await newKey();
const changed = (ix: number) => LEAVES.with(ix, leafOf('forged'));

describe('an honest log', () => {
  it('is verified at the first visit and remembered', async () => {
    expect(await verdictOn(LEAVES)).toMatchObject({
      state: 'verified',
      size: 700,
      at: '2026-11-22T07:03:00.000Z',
      continues: null,
      restored: null,
      remembered: await claimOf(LEAVES, KEY),
    });
  });

  it('is asked only for new leaves at the next visit', async () => {
    const source = sourceOf(LEAVES);
    const verdict = await verifyLeaves(
      { claimed: await claimOf(LEAVES, KEY), remembered: REMEMBERED, fromBeginning: false, page: 200 },
      { leaves: source, restored: async () => [], verify: verifySignature },
    );
    expect(verdict).toMatchObject({ state: 'verified', size: 700, continues: 400 });
    expect(source.asked).toEqual([
      [400, 200],
      [600, 100],
    ]);
  });

  it('extends the remembered checkpoint in a run from the beginning too', async () => {
    expect(await verdictOn(LEAVES, { remembered: REMEMBERED, fromBeginning: true })).toMatchObject({
      state: 'verified',
      continues: 400,
    });
  });

  it('is verified again without new leaves', async () => {
    expect(await verdictOn(LEAVES.slice(0, 400), { remembered: REMEMBERED })).toMatchObject({
      state: 'verified',
      size: 400,
      remembered: REMEMBERED,
    });
  });

  it('leads to the same memory in one visit as in many', async () => {
    let remembered: Remembered | null = null;
    for (const size of [1, 63, 64, 300, 511, 700]) {
      const verdict = await verdictOn(LEAVES.slice(0, size), { remembered });
      if (verdict.state === 'verified') remembered = verdict.remembered;
    }
    expect(remembered).toEqual(await rememberedOf(LEAVES));
  });

  it('may contain more leaves than the checkpoint covers', async () => {
    const claimed = await claimOf(LEAVES.slice(0, 650), KEY);
    expect(await verdictOn(LEAVES, { claimed })).toMatchObject({ state: 'verified', size: 650 });
  });

  it('without a checkpoint is reported as unsealed, not as a mismatch', async () => {
    expect(await verdictOn([], { claimed: { key: null, note: null } })).toEqual({ state: 'unsealed' });
  });

  it('gives the same tree with the SHA-256 of the platform', async () => {
    const openssl = (bytes: Uint8Array) => new Uint8Array(createHash('sha256').update(bytes).digest());
    const verdict = await verifyLeaves(
      { claimed: await claimOf(LEAVES, KEY), remembered: null, fromBeginning: false, page: 300 },
      { leaves: sourceOf(LEAVES), restored: async () => [], verify: verifySignature, sha256: openssl },
    );
    expect(what(verdict)).toBe('verified');
  });

  it('reports progress after each page', async () => {
    const told: [number, number][] = [];
    await verifyLeaves(
      { claimed: await claimOf(LEAVES, KEY), remembered: null, fromBeginning: false, page: 300 },
      {
        leaves: sourceOf(LEAVES),
        restored: async () => [],
        verify: verifySignature,
        onProgress: (done, total) => told.push([done, total]),
      },
    );
    expect(told).toEqual([
      [0, 700],
      [300, 700],
      [600, 700],
      [700, 700],
    ]);
  });
});

describe('a log that was tampered with', () => {
  it('does not yield the signed root', async () => {
    const claimed = await claimOf(LEAVES, KEY);
    expect(await verdictOn(changed(500), { claimed })).toEqual({
      state: 'mismatch',
      mismatch: { what: 'root', size: 700, place: null },
    });
  });

  it('beyond the verified checkpoint is reported as a wrong root beyond it', async () => {
    const claimed = await claimOf(LEAVES, KEY);
    const verdict = await verdictOn(changed(500), { claimed, remembered: REMEMBERED });
    expect([what(verdict), place(verdict)]).toEqual(['root', { from: 400, to: 700 }]);
  });

  it('in its verified part and signed again is located between two marks', async () => {
    const verdict = await verdictOn(changed(130), { remembered: REMEMBERED });
    expect([what(verdict), place(verdict)]).toEqual(['rewritten', { from: 130, to: 132 }]);
  });

  it('in its verified part below an honest root is found only by a run from the beginning', async () => {
    const claimed = await claimOf(LEAVES, KEY);
    const options = { claimed, remembered: REMEMBERED };
    expect([
      what(await verdictOn(changed(130), options)),
      what(await verdictOn(changed(130), { ...options, fromBeginning: true })),
    ]).toEqual(['verified', 'rewritten']);
  });

  it('by removing a verified leaf is located at that leaf', async () => {
    const verdict = await verdictOn(LEAVES.toSpliced(70, 1), { remembered: REMEMBERED });
    expect([what(verdict), place(verdict)]).toEqual(['rewritten', { from: 70, to: 72 }]);
  });

  it('by truncating it and signing again is reported as shorter', async () => {
    const verdict = await verdictOn(LEAVES.slice(0, 390), { remembered: REMEMBERED });
    expect([what(verdict), place(verdict)]).toEqual(['shorter', { from: 390, to: 400 }]);
  });

  it('by truncating it below its checkpoint is reported as missing events', async () => {
    const claimed = await claimOf(LEAVES, KEY);
    const verdict = await verdictOn(LEAVES.slice(0, 690), { claimed });
    expect([what(verdict), place(verdict)]).toEqual(['missing', { from: 0, to: 691 }]);
  });

  it('by truncating and refilling it is located at the cut', async () => {
    const refilled = [...LEAVES.slice(0, 350), ...leavesOf(20, 'later')];
    const verdict = await verdictOn(refilled, { remembered: REMEMBERED });
    expect([what(verdict), place(verdict)]).toEqual(['rewritten', { from: 350, to: 352 }]);
  });

  it('by deleting a verified event is reported as missing from that event on', async () => {
    const claimed = await claimOf(LEAVES, KEY);
    const options = { claimed, remembered: REMEMBERED, fromBeginning: true };
    const verdict = await verdictOn(LEAVES.slice(0, 130), options);
    expect([what(verdict), place(verdict)]).toEqual(['missing', { from: 130, to: 131 }]);
  });

  it('and has no checkpoint left is reported as shorter', async () => {
    const claimed = { key: null, note: null };
    expect(what(await verdictOn([], { claimed, remembered: REMEMBERED }))).toBe('shorter');
  });

  it('with two signed trees of one size is reported as forked', async () => {
    const leaves = LEAVES.slice(0, 400);
    const claimed = await claimOf(leaves.with(399, leafOf('forged')), KEY);
    expect(what(await verdictOn(leaves, { claimed, remembered: REMEMBERED }))).toBe('forked');
  });

  it('and signed with another key fails against the key of the first visit', async () => {
    expect(what(await verdictOn(LEAVES, { remembered: REMEMBERED, key: OTHER_KEY }))).toBe('key');
  });

  it.each([
    [
      'by a forger under our key',
      async () => ({ ...(await claimOf(LEAVES, OTHER_KEY)), key: (await claimOf(LEAVES, KEY)).key }),
    ],
    [
      'and changed afterwards',
      async () => {
        const { key, note } = await claimOf(LEAVES, KEY);
        return { key, note: note.replace('\n700\n', '\n699\n') };
      },
    ],
    ['under the origin of another log', async () => claimOf(LEAVES, KEY, { origin: OTHER_LOG, name: LOG })],
    ['with a key that is none', async () => ({ ...(await claimOf(LEAVES, KEY)), key: 'key' })],
    ['with no note', async () => ({ ...(await claimOf(LEAVES, KEY)), note: 'note' })],
  ])('is not believed when signed %s', async (_how, claim) => {
    expect(what(await verdictOn(LEAVES, { claimed: await claim() }))).toBe('signature');
  });

  it('is never reported as verified after a random change to its verified part', async () => {
    const leaves = LEAVES.slice(0, 300);
    const remembered = await rememberedOf(leaves.slice(0, 200));
    const tampering = fc.oneof(
      fc.record({ how: fc.constant('change' as const), ix: fc.nat(199) }),
      fc.record({ how: fc.constant('remove' as const), ix: fc.nat(199) }),
      fc.record({ how: fc.constant('insert' as const), ix: fc.nat(199) }),
      fc.record({ how: fc.constant('swap' as const), ix: fc.nat(198) }),
      fc.record({ how: fc.constant('cut' as const), ix: fc.nat(198) }),
    );
    await fc.assert(
      fc.asyncProperty(tampering, fc.boolean(), async ({ how, ix }, fromBeginning) => {
        const forged = tamper(leaves, how, ix);
        const verdict = await verdictOn(forged, { remembered, fromBeginning });
        const found = place(verdict);
        expect(what(verdict)).toBe(how === 'cut' ? 'shorter' : 'rewritten');
        // The tampered leaf is inside the range the verdict names.
        if (typeof found === 'object' && found !== null && how !== 'cut')
          expect(found.from <= ix && ix < found.to).toBe(true);
      }),
      { numRuns: 200, seed: 7 },
    );
  });
});

function tamper(
  leaves: readonly Hash[],
  how: 'change' | 'remove' | 'insert' | 'swap' | 'cut',
  ix: number,
): Hash[] {
  const forged = leafOf('forged');
  if (how === 'change') return leaves.with(ix, forged);
  if (how === 'remove') return leaves.toSpliced(ix, 1);
  if (how === 'insert') return leaves.toSpliced(ix, 0, forged);
  if (how === 'cut') return leaves.slice(0, ix + 1);
  const [one, other] = leaves.slice(ix, ix + 2);
  return one && other ? leaves.toSpliced(ix, 2, other, one) : [...leaves];
}
