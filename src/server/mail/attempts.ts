/** How often and for how long a letter is tried, whoever it is for. */

/**
 * Attempts before a letter is given up: pauses of 1, 2, 4 … 32 minutes, then
 * hourly, so the last is a day after the first.
 */
export const ATTEMPTS = 29;
/** The longest pause between two attempts, minutes. */
export const LONGEST_PAUSE = 60;
/** Longer than any attempt may take; the adapter's own limits are minutes shorter. */
export const LEASE = { minutes: 10 } as const;
/** Pause before a letter of unknown state is sent again, so that staff can see that state. */
export const LOST_FOR = { minutes: 1 } as const;
/** Letters per run, so that one run ends within a bounded time. */
export const BATCH = 50;

export function pauseAfter(attempts: number): Temporal.Duration {
  return Temporal.Duration.from({ minutes: Math.min(2 ** (attempts - 1), LONGEST_PAUSE) });
}
