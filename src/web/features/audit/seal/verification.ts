/**
 * Starts and stops a verification and reports its result to the server, once per run, because each report is logged.
 */
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

/**
 * A log of up to this many entries is read whole at each run: only that finds changes below the verified checkpoint.
 */
export const READ_WHOLE = 100_000;

/** The current run. At most one runs at a time, because runs share the store and the progress display. */
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

/** The person accepts the restore that the last run found: later runs continue the restored history. */
export function acceptRestore(): void {
  const { run } = sealStore.read();
  if (run.state !== 'verified') return;
  sealStore.remember(run.verified.remembered);
  sealStore.run({ state: 'verified', verified: { ...run.verified, restored: null } });
}

/** Shows the mismatch on every page until a person dismisses it, and reports it to the server. */
export async function raiseAlarm(
  mismatch: Mismatch,
  claimed: Claimed,
  clock: Clock,
  against: { event: string | null; proof: string | null } = { event: null, proof: null },
): Promise<void> {
  const { remembered, alarm: standing } = sealStore.read();
  // The first alarm is the one to investigate, so a later finding does not replace it; it is only reported.
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
  // During the request the alarm may have been dismissed or replaced.
  if (sealStore.read().alarm === alarm) sealStore.raise({ ...alarm, reported });
}

/** Shows the verdict at once and does not wait for the report, because the server may be slow or gone. */
function settle(verdict: Verdict, claimed: Claimed, clock: Clock): void {
  if (verdict.state === 'unsealed') sealStore.run(verdict);
  else if (verdict.state === 'mismatch') {
    sealStore.run({ state: 'mismatch' });
    void raiseAlarm(verdict.mismatch, claimed, clock);
  } else {
    // After a restore the old checkpoint is kept until a person accepts the restore.
    if (!verdict.restored) sealStore.remember(verdict.remembered);
    sealStore.run({ state: 'verified', verified: verdict });
    void report(verdict.size, 'verified');
  }
}

/**
 * Returns whether the server accepted the report. It swallows errors, because a tampered server may refuse the report.
 */
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
