/** Begins a verification, ends it, and tells the log what was found: once a run, because telling is an entry too. */
import type { QueryClient } from '@tanstack/react-query';
import { getAuditSeal, MOST_LEAVES, reportVerification } from '#contract/audit-seal.ts';
import { call } from '#web/api/call.ts';
import { open } from '#web/api/query.ts';
import type { Clock } from '#web/lib/useNow.ts';
import type { Alarm } from './alarm.ts';
import { leafBytes, restoredClaims } from './leaf-source.ts';
import { runInWorker } from './run-in-worker.ts';
import { sealStore } from './seal-store.ts';
import type { Claimed, Mismatch, Verdict } from './verify-leaves.ts';

/** Entries that are read anew each time, within a few seconds: what was changed below the verified root shows only so. */
export const READ_WHOLE = 100_000;

let underWay: AbortController | null = null;

type Begin = { client: QueryClient; clock: Clock; fromBeginning: boolean };

export async function verifyLog({ client, clock, fromBeginning }: Begin): Promise<void> {
  if (underWay) return;
  const ending = new AbortController();
  const { signal } = ending;
  underWay = ending;
  sealStore.run({ state: 'running', done: 0, total: 0 });
  try {
    const { remembered } = sealStore.recall();
    const claimed = await open(client, getAuditSeal, {});
    const verdict = await runInWorker(
      {
        claimed,
        remembered,
        fromBeginning: fromBeginning || claimed.size <= READ_WHOLE,
        page: MOST_LEAVES,
      },
      {
        leaves: (from, limit) => leafBytes(from, limit, signal),
        restored: () => restoredClaims(signal),
        onProgress: (done, total) => sealStore.run({ state: 'running', done, total }),
        signal,
      },
    );
    settle(verdict, claimed, clock);
  } catch (error) {
    sealStore.run(signal.aborted ? { state: 'none' } : { state: 'failed', error });
  } finally {
    underWay = null;
  }
}

export function stopVerifying(): void {
  underWay?.abort();
}

/** The person knows of the restore the last run came upon: from now on its history is the one to continue. */
export function acceptRestore(): void {
  const { run } = sealStore.read();
  if (run.state !== 'verified') return;
  sealStore.remember(run.verified.remembered);
  sealStore.run({ state: 'verified', verified: { ...run.verified, restored: null } });
}

/** Shows the mismatch on every page until somebody has dealt with it, and tells the log. */
export async function raiseAlarm(
  mismatch: Mismatch,
  claimed: Claimed,
  clock: Clock,
  against: { event: string | null; proof: string | null } = { event: null, proof: null },
): Promise<void> {
  const { remembered, alarm: standing } = sealStore.read();
  // The first one is what has to be looked into; opening the same entry again finds nothing new.
  if (standing) return void (await report(mismatch.size, 'mismatch', mismatch.place?.from));
  const alarm: Alarm = {
    ...mismatch,
    found: clock().toString({ smallestUnit: 'second' }),
    remembered: { key: remembered?.key ?? null, note: remembered?.note ?? null },
    claimed: { key: claimed.key, note: claimed.note },
    ...against,
    reported: null,
  };
  sealStore.raise(alarm);
  const reported = await report(mismatch.size, 'mismatch', mismatch.place?.from);
  // In the meantime it may have been dealt with, or another may have been raised.
  if (sealStore.read().alarm === alarm) sealStore.raise({ ...alarm, reported });
}

/** What was found is shown at once; the telling takes its time. */
function settle(verdict: Verdict, claimed: Claimed, clock: Clock): void {
  if (verdict.state === 'unsealed') sealStore.run(verdict);
  else if (verdict.state === 'mismatch') {
    sealStore.run({ state: 'mismatch' });
    void raiseAlarm(verdict.mismatch, claimed, clock);
  } else {
    // After a restore the old history is kept until a person has said that he knows of it.
    if (!verdict.restored) sealStore.remember(verdict.remembered);
    sealStore.run({ state: 'verified', verified: verdict });
    void report(verdict.size, 'verified');
  }
}

/** Whether the log took it: the server it accuses may well not. */
async function report(size: number, result: 'verified' | 'mismatch', firstBad?: number): Promise<boolean> {
  try {
    await call(reportVerification, {
      body: { size, result, ...(firstBad === undefined ? {} : { firstBad }) },
    });
    return true;
  } catch {
    return false;
  }
}
