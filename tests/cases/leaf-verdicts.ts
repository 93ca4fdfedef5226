/** A log of 700 events and the verdict of the browser's verification on it, for the tests of that verification. */
import type { Hash } from '#domain/audit/merkle.ts';
import {
  type Claimed,
  type Remembered,
  type Restored,
  type Verdict,
  verifyLeaves,
} from '#web/features/audit/seal/verify-leaves.ts';
import { verifySignature } from '#web/features/audit/seal/verify-signature.ts';
import { claimOf, LOG, leavesOf, newKey, sourceOf, type TestKey } from './sealed-log.ts';

export const KEY = await newKey();
export const OTHER_LOG = LOG.replace('0001', '0002');
export const LEAVES = leavesOf(700);

type Options = {
  remembered?: Remembered | null;
  fromBeginning?: boolean;
  claimed?: Claimed;
  restored?: readonly Restored[];
  key?: TestKey;
  page?: number;
};

/** The verdict on these leaves; by default the server's claim is signed over the same leaves. */
export async function verdictOn(leaves: readonly Hash[], options: Options = {}): Promise<Verdict> {
  const { remembered = null, fromBeginning = false, restored = [], key = KEY, page = 100 } = options;
  return verifyLeaves(
    { claimed: options.claimed ?? (await claimOf(leaves, key)), remembered, fromBeginning, page },
    { leaves: sourceOf(leaves), restored: async () => restored, verify: verifySignature },
  );
}

export async function rememberedOf(leaves: readonly Hash[], key = KEY): Promise<Remembered> {
  const verdict = await verdictOn(leaves, { key });
  if (verdict.state !== 'verified') throw new Error(verdict.state);
  return verdict.remembered;
}

export const REMEMBERED = await rememberedOf(LEAVES.slice(0, 400));
export const what = (verdict: Verdict) =>
  verdict.state === 'mismatch' ? verdict.mismatch.what : verdict.state;
export const place = (verdict: Verdict) => (verdict.state === 'mismatch' ? verdict.mismatch.place : 'none');
