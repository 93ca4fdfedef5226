/**
 * Compares signed checkpoints, stored with the log or published elsewhere, with the tree that verification rebuilds.
 */
import { checkpointTime } from './checkpoint.ts';
import { sameHash, type Tree } from './merkle.ts';
import type { VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { type RestoreCheck, restoreCheck } from './restores.ts';
import { openCheckpoint } from './signed-by.ts';
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
  /** Called with the time of each checkpoint that fits the tree. */
  signedAt: (at: string | null) => void;
};

export type CheckpointCheck = {
  hold(item: Item): Promise<void>;
  /** Marks the tree as different from here on, so that later roots, which all differ, are not reported again. */
  differs(): void;
  restores: RestoreCheck;
  /** Reports the checkpoints that nothing explains, and returns the counts. */
  end(): Pick<Verdict, 'signed' | 'checkpoints' | 'outside' | 'lost' | 'strays' | 'unnamed'>;
};

/**
 * A checkpoint that does not fit. Kept until the end, because a later event of the log may explain it by a restore.
 * `origin`: the name it bears, when it was published and a trusted key signed it. `claims`: that name, whoever signed.
 */
type Doubt = {
  finding: Finding & { to: number };
  origin: string | null;
  claims: string | null;
  at: string | null;
};

export function checkpointCheck({
  tree,
  from,
  open,
  keys,
  verify,
  say,
  signedAt,
}: Checking): CheckpointCheck {
  const restores = restoreCheck();
  const doubts: Doubt[] = [];
  const outside = { before: 0, after: 0, otherName: 0 };
  let signed: Verdict['signed'] = null;
  let checkpoints = 0;
  /** Whether a published checkpoint agreed with the log. */
  let agreed = false;
  /** Size up to which a signed root has matched. A match covers the leaves before a part too. */
  let fits = 0;
  /** Size at which a body or a stored root first differed. */
  let differed = Number.POSITIVE_INFINITY;
  const differs = () => {
    differed = Math.min(differed, tree.size);
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
    const { origin: claims, checkpoint } = await openCheckpoint(item, keys, verify);
    const known = typeof checkpoint === 'string' ? null : checkpoint;
    // Only a published checkpoint can be explained by a restore: a restored log no longer contains what it lost.
    const origin = published && known ? known.origin : null;
    const doubt = (finding: Doubt['finding']) =>
      doubts.push({ finding, origin, claims, at: known && checkpointTime(known) });
    // The log ends before this size: truncated, unless one of its own events explains that by a restore.
    if (size > tree.size) doubt({ what: 'truncated', ix: Math.max(fits, from), to: size });
    else if (typeof checkpoint === 'string') {
      const finding: Doubt['finding'] = {
        what: checkpoint,
        ix: Math.max(0, Math.min(fits, size - 1)),
        to: size,
      };
      // A published note of another log says nothing of this one; whether its name is another is known at the end.
      if (published && claims !== null) doubt(finding);
      else say(finding);
    } else if (size !== tree.size) say({ what: 'checkpoint', ix: size, to: tree.size });
    else if (sameHash(checkpoint.root, tree.root())) {
      if (!restores.fits(size, checkpoint.origin)) say({ what: 'checkpoint', ix: fits, to: size });
      fits = size;
      signed = { size, at: checkpointTime(checkpoint) };
      agreed ||= published;
      signedAt(signed.at);
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
      const { left, elsewhere, strays } = sorted(unexplained);
      outside.otherName = elsewhere.length;
      for (const { finding } of left)
        if (finding.what === 'signature' || finding.what === 'checkpoint') say(finding);
      // One finding for all truncations, up to the largest published size.
      const cuts = left.flatMap(({ finding }) => (finding.what === 'truncated' ? finding : []));
      if (cuts[0]) say({ ...cuts[0], to: Math.max(...cuts.map(({ to }) => to)) });
      const other = left.find(({ finding }) => finding.what === 'published-root')?.finding;
      if (other && other.to < differed) say(other);
      for (const { before, after } of restores.renamed()) say({ what: 'checkpoint', ix: before, to: after });
      const names = restores.signedAs();
      const foreign = names.length > 0 && !names.some(({ origin }) => isGiven(origin));
      if (foreign && from === 0) say({ what: 'signature', ix: 0, to: names[0]?.first ?? 0 });
      return {
        signed,
        checkpoints: checkpoints - strays.length,
        outside,
        lost: doubts.length - unexplained.length,
        strays: countedByName(strays),
        unnamed: foreign && from > 0 ? (names[0]?.origin ?? null) : null,
      };
    },
  };

  function isGiven(origin: string): boolean {
    return keys.some(({ name }) => name === origin);
  }

  /** Separates the checkpoints that contradict the log from those that bear another log's name. */
  function sorted(unexplained: readonly Doubt[]) {
    const named = (name: string | null) => name !== null && restores.names(name);
    // A part that begins after a restore lacks the restore's event, so an unknown origin is not yet a contradiction.
    const elsewhere = unexplained.filter(({ origin }) => from > 0 && origin !== null && !named(origin));
    const strays = unexplained.filter(
      (one) =>
        !elsewhere.includes(one) &&
        one.claims !== null &&
        !named(one.claims) &&
        !isGiven(one.claims) &&
        // Where nothing published agrees, another name may hide that this log has taken the place of the published one.
        agreed,
    );
    const left = unexplained.filter((one) => !elsewhere.includes(one) && !strays.includes(one));
    return { left, elsewhere, strays };
  }
}

function countedByName(strays: readonly Doubt[]): Verdict['strays'] {
  const counts = new Map<string, number>();
  for (const { claims } of strays) if (claims !== null) counts.set(claims, (counts.get(claims) ?? 0) + 1);
  return [...counts].map(([name, count]) => ({ name, count }));
}
