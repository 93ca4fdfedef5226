/**
 * Checks that every pruned body is accounted for by a sealed `log.pruned` event. One pass; memory grows with the number
 * of prune events, not with the log.
 */
import type { Columns } from './event-columns.ts';
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
  waits: boolean;
};

export type PruneCheck = {
  /** Takes a body that is present; a few are prune events. */
  text(body: string): void;
  /** Takes a leaf without a body. Returns false when it names no prune event. */
  gone(item: { ix: number; prunedBy?: string; prunedWaits?: true; columns?: Columns }): boolean;
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
  const accounts = new Map<string, { lawful: boolean; data: PruningData }>();
  return {
    text: (body) => {
      const account = accountIn(body);
      if (account) accounts.set(account.id, account);
    },
    gone: ({ ix, prunedBy, prunedWaits, columns }) => {
      if (prunedBy === undefined) return false;
      const run = runs.get(prunedBy) ?? newRun(ix);
      runs.set(prunedBy, run);
      run.last = ix;
      run.count += 1;
      run.digest.add(ix);
      run.waits ||= prunedWaits === true;
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
    waits: false,
  };
}

function agrees(run: Run, data: PruningData): boolean {
  return run.count === data.count && run.digest.hex() === data.digest && fits(run, data);
}

/** Whether the remaining columns agree with the prune event: all events older than its limit and of its class. */
function fits(run: Run, data: PruningData): boolean {
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
