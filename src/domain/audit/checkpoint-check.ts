/**
 * Compares signed checkpoints, stored with the log or published elsewhere, with the tree that verification rebuilds.
 */
import { checkpointOfBody, checkpointTime } from './checkpoint.ts';
import { sameHash, type Tree } from './merkle.ts';
import { openNote, type VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { type RestoreCheck, restoreCheck } from './restores.ts';
import type { Finding, LogItem, Verdict } from './verify-log.ts';

type Item = Extract<LogItem, { kind: 'checkpoint' }>;

export type Checking = {
  tree: Tree;
  /** Number of leaves before the part that is verified; 0 for a whole log. */
  from: number;
  /** Whether the log may continue after the last item. */
  open: boolean;
  keys: readonly VerifierKey[];
  verify: VerifySignature;
  say: (finding: Finding) => void;
};

export type CheckpointCheck = {
  hold(item: Item): Promise<void>;
  /** Marks the tree as different from here on, so that later roots, which all differ, are not reported again. */
  differs(): void;
  restores: RestoreCheck;
  /** Reports the checkpoints that no restore explains, and returns the counts. */
  end(): Pick<Verdict, 'signed' | 'checkpoints' | 'outside' | 'lost'>;
};

/** A checkpoint that does not fit. Kept until the end, because a later event of the log may explain it by a restore. */
type Doubt = { finding: Finding & { to: number }; origin: string | null; at: string | null };

export function checkpointCheck({ tree, from, open, keys, verify, say }: Checking): CheckpointCheck {
  const restores = restoreCheck();
  const doubts: Doubt[] = [];
  const outside = { before: 0, after: 0, otherName: 0 };
  let signed: Verdict['signed'] = null;
  let checkpoints = 0;
  /** Size up to which a signed root has matched. A match covers the leaves before a part too. */
  let fits = 0;
  /** Size at which a body or a stored root first differed. */
  let differed = Number.POSITIVE_INFINITY;
  const differs = () => {
    differed = Math.min(differed, tree.size);
  };

  /** Returns the note's checkpoint if the log of its origin signed it, else the kind of fault. */
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
    // Only a published checkpoint can be explained by a restore: a restored log no longer contains what it lost.
    const origin = published && known ? known.origin : null;
    const doubt = (finding: Doubt['finding']) =>
      doubts.push({ finding, origin, at: known && checkpointTime(known) });
    // The log ends before this size: truncated, unless one of its own events explains that by a restore.
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
      // A part that begins after a restore lacks the restore's event, so an unknown origin is not yet a contradiction.
      const left = unexplained.filter(
        ({ origin }) => from === 0 || origin === null || restores.names(origin),
      );
      outside.otherName = unexplained.length - left.length;
      // One finding for all truncations, up to the largest published size.
      const cuts = left.flatMap(({ finding }) => (finding.what === 'truncated' ? finding : []));
      if (cuts[0]) say({ ...cuts[0], to: Math.max(...cuts.map(({ to }) => to)) });
      const other = left.find(({ finding }) => finding.what === 'published-root')?.finding;
      if (other && other.to < differed) say(other);
      return { signed, checkpoints, outside, lost: doubts.length - unexplained.length };
    },
  };
}
