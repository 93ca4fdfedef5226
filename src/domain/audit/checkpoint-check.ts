/** Holds the signed checkpoints that stand in a log, and those published elsewhere, against the tree as it grows. */
import { checkpointOfBody, checkpointTime } from './checkpoint.ts';
import { sameHash, type Tree } from './merkle.ts';
import { openNote, type VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { type RestoreCheck, restoreCheck } from './restores.ts';
import type { Finding, LogItem, Verdict } from './verify-log.ts';

type Item = Extract<LogItem, { kind: 'checkpoint' }>;

export type Checking = {
  tree: Tree;
  /** Leaves before the part; 0 for a log from its beginning. */
  from: number;
  /** Whether the log may go on where the items end. */
  open: boolean;
  keys: readonly VerifierKey[];
  verify: VerifySignature;
  say: (finding: Finding) => void;
};

export type CheckpointCheck = {
  hold(item: Item): Promise<void>;
  /** From here on every root is another: not worth saying again. */
  differs(): void;
  restores: RestoreCheck;
  /** Says what no restore explains, and what there was. */
  end(): Pick<Verdict, 'signed' | 'checkpoints' | 'outside' | 'lost'>;
};

/** A published checkpoint that does not fit: whether the log itself explains it is known at its end. */
type Doubt = { finding: Finding & { to: number }; origin: string | null; at: string | null };

export function checkpointCheck({ tree, from, open, keys, verify, say }: Checking): CheckpointCheck {
  const restores = restoreCheck();
  const doubts: Doubt[] = [];
  const outside = { before: 0, after: 0, otherName: 0 };
  let signed: Verdict['signed'] = null;
  let checkpoints = 0;
  /** Up to here the log is proved; of what stands before a part that is so once a checkpoint of it fits. */
  let fits = 0;
  /** Size at which the log's own texts or roots first said something else. */
  let differed = Number.POSITIVE_INFINITY;
  const differs = () => {
    differed = Math.min(differed, tree.size);
  };

  /** The checkpoint that the note is of, under the name that signed it; otherwise what is wrong with it. */
  const opened = async ({ note, size }: Item) => {
    const open = await openNote(note, keys, verify);
    if (!open.ok) return 'signature';
    const checkpoint = checkpointOfBody(open.body);
    return checkpoint?.size === size && open.verified.includes(checkpoint.origin) ? checkpoint : 'checkpoint';
  };

  const hold = async (item: Item): Promise<void> => {
    const { size, published } = item;
    if (published && size < from) {
      outside.before += 1;
      return;
    }
    if (published && open && size > tree.size) {
      outside.after += 1;
      return;
    }
    checkpoints += 1;
    const checkpoint = await opened(item);
    const known = typeof checkpoint === 'string' ? null : checkpoint;
    // Only what is found elsewhere can be a loss: the log itself does not hold what it lost.
    const origin = published && known ? known.origin : null;
    const doubt = (finding: Doubt['finding']) =>
      doubts.push({ finding, origin, at: known && checkpointTime(known) });
    if (size > tree.size) doubt({ what: 'truncated', ix: Math.max(fits, from), to: size });
    else if (typeof checkpoint === 'string')
      say({ what: checkpoint, ix: Math.max(0, Math.min(fits, size - 1)), to: size });
    else if (size !== tree.size) say({ what: 'checkpoint', ix: size, to: tree.size });
    else if (sameHash(checkpoint.root, tree.root())) {
      if (!restores.fits(size, checkpoint.origin)) say({ what: 'checkpoint', ix: fits, to: size });
      fits = size;
      signed = { size, at: checkpointTime(checkpoint) };
    } else if (published) doubt({ what: 'published-root', ix: fits, to: size });
    else {
      if (differed > size) say({ what: 'root', ix: fits, to: size });
      differs();
    }
  };

  return {
    hold,
    differs,
    restores,
    end: () => {
      const unexplained = doubts.filter(
        ({ finding: { to: size }, origin, at }) => origin === null || !restores.lost({ origin, size, at }),
      );
      // A part that begins after a restore does not hold the event that tells of it.
      const left = unexplained.filter(
        ({ origin }) => from === 0 || origin === null || restores.names(origin),
      );
      outside.otherName = unexplained.length - left.length;
      const cuts = left.flatMap(({ finding }) => (finding.what === 'truncated' ? finding : []));
      if (cuts[0]) say({ ...cuts[0], to: Math.max(...cuts.map(({ to }) => to)) });
      const other = left.find(({ finding }) => finding.what === 'published-root')?.finding;
      if (other && other.to < differed) say(other);
      return { signed, checkpoints, outside, lost: doubts.length - unexplained.length };
    },
  };
}
