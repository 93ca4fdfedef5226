/** Remembers the last purpose given for a request, in memory for 15 minutes, to preselect it at the next reveal. */
import type { Purpose } from '#domain/request/fields.ts';

const KEPT_MS = 15 * 60_000;

type Given = { requestId: string; purpose: Purpose; purposeText: string; at: number };

export type LastPurpose = Pick<Given, 'purpose' | 'purposeText'>;

export function createLastPurpose() {
  let given: Given | null = null;
  return {
    remember(requestId: string, { purpose, purposeText }: LastPurpose, now: Temporal.Instant): void {
      given = { requestId, purpose, purposeText, at: now.epochMilliseconds };
    },
    /** Null for another request, or after 15 minutes. */
    recall(requestId: string, now: Temporal.Instant): LastPurpose | null {
      if (given?.requestId !== requestId || now.epochMilliseconds - given.at > KEPT_MS) return null;
      return { purpose: given.purpose, purposeText: given.purposeText };
    },
  };
}

export const lastPurpose = createLastPurpose();
