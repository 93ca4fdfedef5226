import { describe, expect, it } from 'vitest';
import { KEY, LEAVES, OTHER_LOG, place, REMEMBERED, verdictOn, what } from '#tests/cases/leaf-verdicts.ts';
import { claimOf, leafOf, leavesOf } from '#tests/cases/sealed-log.ts';
import type { Restored } from './verify-leaves.ts';

describe('a log that was restored', () => {
  const LATER = '2026-11-23T05:00:00.000Z';
  const restoredAt = (here: number, at = LATER): Restored => ({
    at,
    here,
    ix: here,
    leaf: leafOf(`restored ${here}`),
  });
  const restoredTo = (here: number) => [
    ...LEAVES.slice(0, here),
    leafOf(`restored ${here}`),
    ...leavesOf(50, 'new'),
  ];
  const moved = async (here: number, restored: readonly Restored[] = [restoredAt(here)]) => {
    const leaves = restoredTo(here);
    const claimed = await claimOf(leaves, KEY, { origin: OTHER_LOG, at: LATER });
    return verdictOn(leaves, { claimed, restored, remembered: REMEMBERED });
  };

  it('to a state later than the verified checkpoint extends it', async () => {
    expect(await moved(500)).toMatchObject({
      state: 'verified',
      continues: 400,
      restored: { at: LATER, lost: 0 },
    });
  });

  it('to a state earlier than the verified checkpoint reports the lost entries', async () => {
    expect(await moved(350)).toMatchObject({
      state: 'verified',
      continues: null,
      restored: { at: LATER, lost: 50 },
    });
  });

  it('without a restore event is a mismatch', async () => {
    expect(what(await moved(350, []))).toBe('origin');
  });

  it('before the last visit does not explain a later change of origin', async () => {
    expect(what(await moved(350, [restoredAt(350, '2026-11-21T05:00:00.000Z')]))).toBe('origin');
  });

  it('with a restore event that is not in the log is a mismatch', async () => {
    const claim = { ...restoredAt(350), leaf: leafOf('told, not logged') };
    expect(what(await moved(350, [claim]))).toBe('origin');
  });

  it('and rewritten before the restore point is a mismatch', async () => {
    const leaves = restoredTo(350).with(3, leafOf('forged'));
    const claimed = await claimOf(leaves, KEY, { origin: OTHER_LOG, at: LATER });
    const verdict = await verdictOn(leaves, { claimed, restored: [restoredAt(350)], remembered: REMEMBERED });
    expect([what(verdict), place(verdict)]).toEqual(['rewritten', { from: 2, to: 4 }]);
  });
});
