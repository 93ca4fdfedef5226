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
  /** Ranges of leaves whose account does not hold, and whether one is still under way. */
  end(): { unlawful: readonly { ix: number; to: number }[]; waiting: boolean };
};

export function pruneCheck(): PruneCheck {
  const runs = new Map<string, Run>();
  const accounts = new Map<string, { lawful: boolean; data: PruningData }>();
  return {
    text: (body) => {
      const account = pruningOfBody(body);
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
      for (const [event, run] of runs) {
        const account = accounts.get(event);
        if (account?.lawful && agrees(run, account.data)) continue;
        if (run.waits) waiting = true;
        else unlawful.push({ ix: run.first, to: run.last + 1 });
      }
      return { unlawful, waiting };
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
  return (
    run.count === data.count &&
    run.digest.hex() === data.digest &&
    run.latest < data.before &&
    [...run.classes].every((retention) => retention === data.class)
  );
}
