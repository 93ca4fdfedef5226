/** Holds every missing text against the signed event that accounts for it, in one pass and in memory that does not grow with the log. */
import type { Columns } from './event-columns.ts';
import { indexDigest, type PruningData, pruningOfBody, type Retention, retentionOfCode } from './pruning.ts';

/** The leaves one event claims to have pruned. */
type Run = {
  first: number;
  last: number;
  count: number;
  digest: ReturnType<typeof indexDigest>;
  /** Of the columns that are left, where there are any. */
  latest: string;
  classes: Set<Retention | null>;
  waits: boolean;
};

export type PruneCheck = {
  /** A text that is there; some tell of a pruning. */
  text(body: string): void;
  /** A text that is gone. False when nothing accounts for it. */
  gone(item: { ix: number; prunedBy?: string; prunedWaits?: true; columns?: Columns }): boolean;
  /** Ranges of leaves whose account does not hold, whether one is still under way, and texts whose account lies outside. */
  end(): { unlawful: readonly { ix: number; to: number }[]; waiting: boolean; elsewhere: number };
};

/** What is looked at: whether leaves come before it, and whether the log may go on after it. */
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
        // An account comes after what it tells of: a part holds neither the later ones nor all that its own speak of.
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

/** Nothing that is known of these events forbids it. */
function fits(run: Run, data: PruningData): boolean {
  return run.latest < data.before && [...run.classes].every((retention) => retention === data.class);
}

/** Whoever forges a text need not write JSON. */
function accountIn(body: string): ReturnType<typeof pruningOfBody> {
  try {
    return pruningOfBody(body);
  } catch {
    return null;
  }
}
