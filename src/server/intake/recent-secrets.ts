/** The active secrets as this process last read them, so that a delivery can be looked at without the database. */
import type { Deps } from '#server/deps.ts';
import { type ActiveSecret, activeSecrets } from './secrets.ts';

/** Seconds until they are read again: soon when a signature matches none, as one with a new secret would. */
const KEPT_SECONDS = { matched: 60, unmatched: 1 };

export type RecentSecrets = {
  known(): readonly ActiveSecret[];
  /** Reads them again unless that was done lately; callers at the same time share one reading. Returns whether it was read. */
  refresh(deps: Deps, now: Temporal.Instant, found: keyof typeof KEPT_SECONDS): Promise<boolean>;
};

export function recentSecrets(): RecentSecrets {
  let known: readonly ActiveSecret[] = [];
  let readAt: Temporal.Instant | null = null;
  let reading: Promise<boolean> | null = null;

  const read = async (deps: Deps, now: Temporal.Instant) => {
    readAt = now; // before the answer, so that an unavailable database is not asked by every delivery
    try {
      known = await deps.db.transaction((tx) => activeSecrets(tx, deps));
      return true;
    } finally {
      reading = null;
    }
  };

  return {
    known: () => known,
    refresh: async (deps, now, found) => {
      if (reading) return reading;
      // A clock set back must not keep old secrets.
      const age = readAt === null ? Number.POSITIVE_INFINITY : Math.abs(readAt.until(now).total('seconds'));
      if (age < KEPT_SECONDS[found]) return false;
      reading = read(deps, now);
      return reading;
    },
  };
}
