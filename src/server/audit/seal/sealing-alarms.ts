/** What the sealer reports to the program's log: each fault once, when it begins. */
import type { Log } from '#server/deps.ts';
import type { Sealed } from './seal.ts';

export type SealingAlarms = {
  /** @param refused sizes of checkpoints that were not signed */
  round(sealed: Sealed, refused: readonly number[]): void;
  /** @param ms age of the oldest committed event that is not sealed */
  waiting(ms: number): void;
};

/** Ms after which a committed event that is not sealed raises an alarm, because something holds the horizon back. */
const LATE_MS = 10_000;
/** Ids in one line of the program's log. */
const MOST_IDS = 20;
const MOST_KNOWN = 10_000;

export function sealingAlarms(log: Log): SealingAlarms {
  const known = new Set<string | number>();
  let late = false;
  const fresh = <T extends string | number>(values: readonly T[]): readonly T[] => {
    const added = values.filter((value) => !known.has(value)).slice(0, MOST_IDS);
    if (known.size > MOST_KNOWN) known.clear();
    for (const value of added) known.add(value);
    return added;
  };
  return {
    round: (sealed, refused) => {
      const sizes = fresh(refused);
      if (sizes.length > 0)
        log.error({ sizes }, 'checkpoints were changed in the database and are not signed');
      const { foreign } = sealed.state === 'done' ? sealed : { foreign: [] };
      const ids = fresh(foreign);
      if (ids.length > 0)
        log.error({ ids, count: foreign.length }, 'events that this server did not write are not sealed');
    },
    waiting: (ms) => {
      const isLate = ms > LATE_MS;
      if (isLate && !late)
        log.error({ seconds: Math.round(ms / 1_000) }, 'events of the log wait to be sealed');
      late = isLate;
    },
  };
}
