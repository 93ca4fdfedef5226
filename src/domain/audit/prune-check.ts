/**
 * Checks that every pruned body is accounted for by a sealed `log.pruned` event. One pass; memory grows with the number
 * of prune events, not with the log.
 */
import type { Columns } from './event-columns.ts';
import { isAhead } from './event-times.ts';
import { indexDigest, type PruningData, pruningOfBody, type Retention, retentionOfCode } from './pruning.ts';

/** The leaves that name one prune event. */
type Run = {
  first: number;
  last: number;
  count: number;
  digest: ReturnType<typeof indexDigest>;
  /** The latest time among the remaining columns; empty without any, as in an export. */
  latest: string;
  classes: Set<Retention | null>;
  /** The latest of the leaves' earliest possible times, as the signed events before them give it. */
  youngest: string;
  waits: boolean;
};

type Account = NonNullable<ReturnType<typeof pruningOfBody>>;

export type PruneCheck = {
  /** Takes a body that is present; a few are prune events. */
  text(body: string): void;
  /** Takes the time of a checkpoint: the first one over a prune event tells whether its own time is true. */
  signed(at: string | null): void;
  /** Takes a leaf without a body. Returns false when it names no prune event. `earliest`: when it can have been written. */
  gone(
    item: { ix: number; prunedBy?: string; prunedWaits?: true; columns?: Columns },
    earliest: string | null,
  ): boolean;
  /**
   * Returns the ranges whose prune event is missing or does not agree, whether a pruning is still running, and how many
   * bodies name an event outside the part.
   */
  end(): { unlawful: readonly { ix: number; to: number }[]; waiting: boolean; elsewhere: number };
};

/** The verified part: the number of leaves before it, and whether the log may continue after it. */
export type Extent = { from: number; open: boolean };

export function pruneCheck({ from, open }: Extent = { from: 0, open: false }): PruneCheck {
  const runs = new Map<string, Run>();
  const accounts = new Map<string, Account>();
  /** Prune events since the last checkpoint. */
  let unsigned: Account[] = [];
  return {
    text: (body) => {
      const account = accountIn(body);
      if (!account) return;
      accounts.set(account.id, account);
      unsigned.push(account);
    },
    signed: (at) => {
      if (at === null) return;
      for (const account of unsigned) account.lawful &&= !isAhead(account.at, at);
      unsigned = [];
    },
    gone: ({ ix, prunedBy, prunedWaits, columns }, earliest) => {
      if (prunedBy === undefined) return false;
      const run = runs.get(prunedBy) ?? newRun(ix);
      runs.set(prunedBy, run);
      run.last = ix;
      run.count += 1;
      run.digest.add(ix);
      run.waits ||= prunedWaits === true;
      if (earliest !== null && earliest > run.youngest) run.youngest = earliest;
      if (columns) {
        if (columns.at > run.latest) run.latest = columns.at;
        run.classes.add(retentionOfCode(columns.code));
      }
      return true;
    },
    end: () => {
      const unlawful: { ix: number; to: number }[] = [];
      let waiting = false;
      let elsewhere = 0;
      for (const [event, run] of runs) {
        const account = accounts.get(event);
        if (account?.lawful && agrees(run, account.data)) continue;
        // A prune event follows the leaves it names. So a part may lack the event (open end), or contain it but lack
        // some of its leaves (from > 0): then the digest cannot be compared.
        const beyond = account
          ? from > 0 && account.lawful && run.count < account.data.count && fits(run, account.data)
          : open;
        if (run.waits) waiting = true;
        else if (beyond) elsewhere += run.count;
        else unlawful.push({ ix: run.first, to: run.last + 1 });
      }
      return { unlawful, waiting, elsewhere };
    },
  };
}

function newRun(ix: number): Run {
  return {
    first: ix,
    last: ix,
    count: 0,
    digest: indexDigest(),
    latest: '',
    classes: new Set(),
    youngest: '',
    waits: false,
  };
}

function agrees(run: Run, data: PruningData): boolean {
  return run.count === data.count && run.digest.hex() === data.digest && fits(run, data);
}

/**
 * Whether the columns and the events before agree with the prune event: all events older than its limit and of its class.
 * The events before are signed; the column of a time may have been changed once the body is gone.
 */
function fits(run: Run, data: PruningData): boolean {
  if (run.youngest >= data.before) return false;
  return run.latest < data.before && [...run.classes].every((retention) => retention === data.class);
}

/** A forged body may be anything, so a parse error means that it accounts for nothing. */
function accountIn(body: string): ReturnType<typeof pruningOfBody> {
  try {
    return pruningOfBody(body);
  } catch {
    return null;
  }
}
