/**
 * Verifies that the log matches its signed checkpoint and extends the checkpoint this browser verified before:
 * recomputes the root from the leaf hashes (RFC 6962). Its only effects are calls of `Sources`, so it runs in a worker.
 */
import {
  type Checkpoint,
  checkpointOfBody,
  checkpointTime,
  parseCheckpoint,
} from '#domain/audit/checkpoint.ts';
import { growTree, type Hash, type Sha256, sameHash } from '#domain/audit/merkle.ts';
import { openNote, parseNote, type VerifySignature } from '#domain/audit/note.ts';
import { parseVerifierKey, type VerifierKey } from '#domain/audit/note-key.ts';
import { keptMarks, type Mark } from './marks.ts';
import { type LeafSource, type Walked, walk } from './walk.ts';

/** What a browser keeps of a log it has verified. */
export type Remembered = {
  /** The verifier key trusted at the first visit. */
  key: string;
  /** The newest verified checkpoint, a signed note. */
  note: string;
  /** Roots of the complete subtrees at that size, from which the tree grows without the earlier leaves. */
  frontier: readonly Hash[];
  marks: readonly Mark[];
};

/** What the server claims now; unverified. */
export type Claimed = { key: string | null; note: string | null };

/** A `log.restored` event at leaf `ix`: the database was restored to a state of `here` entries. */
export type Restored = { at: string; here: number; ix: number; leaf: Hash };

export type Sources = {
  leaves: LeafSource;
  /** Called only if the log has another origin than the remembered checkpoint. */
  restored: () => Promise<readonly Restored[]>;
  verify: VerifySignature;
  sha256?: Sha256;
  onProgress?: (done: number, total: number) => void;
};

export type VerifyRun = {
  claimed: Claimed;
  remembered: Remembered | null;
  fromBeginning: boolean;
  /** Leaves per request. */
  page: number;
};

/** Kinds of finding; `event` and `stray` come from the check of a single event (check-event.ts). */
export const MISMATCHES = [
  'key',
  'signature',
  'origin',
  'shorter',
  'forked',
  'missing',
  'rewritten',
  'root',
  'event',
  'stray',
] as const;
type MismatchName = (typeof MISMATCHES)[number];

/** `place` is the range of suspect leaves, `from` inclusive, `to` exclusive; null if it cannot be narrowed down. */
export type Mismatch = { what: MismatchName; size: number; place: { from: number; to: number } | null };

export type Verified = {
  state: 'verified';
  size: number;
  /** When the checkpoint was signed; null if it carries no time. */
  at: string | null;
  /** Size of the remembered checkpoint this log extends; null without one, or if a restore cut the log before it. */
  continues: number | null;
  /** The log declares that the database was restored since: `lost` verified entries are gone. */
  restored: { at: string; lost: number } | null;
  remembered: Remembered;
};
export type Verdict = Verified | { state: 'unsealed' } | { state: 'mismatch'; mismatch: Mismatch };

/** Checks in this order: key, signature, origin or declared restore, then leaves from the cheapest sufficient start. */
export async function verifyLeaves(run: VerifyRun, sources: Sources): Promise<Verdict> {
  const { claimed, remembered } = run;
  const old = remembered && parseCheckpoint(remembered.note);
  if (claimed.note === null || claimed.key === null)
    return old ? mismatch('shorter', 0, { from: 0, to: old.size }) : { state: 'unsealed' };
  const key = parseVerifierKey(claimed.key);
  const trusted = remembered && parseVerifierKey(remembered.key);
  if (trusted && !(key && sameHash(trusted.publicKey, key.publicKey)))
    return mismatch('key', sizeIn(claimed.note));
  const now = key && (await signedBy(key, claimed.note, sources.verify));
  if (!now) return mismatch('signature', sizeIn(claimed.note));
  const moved = old !== null && old.origin !== now.origin;
  const claims = moved ? explaining(old, now, await sources.restored()) : [];
  if (moved && claims.length === 0) return mismatch('origin', now.size);
  // Remembered roots beyond the earliest restore point do not apply: the restore removed those entries.
  const binding = Math.min(...claims.map(({ here }) => here), Number.POSITIVE_INFINITY);
  const continues = old !== null && old.size <= binding;

  const verified = ({ frontier, marks }: Whole): Verified => ({
    state: 'verified',
    size: now.size,
    at: checkpointTime(now),
    continues: continues ? old.size : null,
    restored: moved ? { at: claims[0]?.at ?? '', lost: Math.max(0, old.size - binding) } : null,
    remembered: {
      key: claimed.key ?? '',
      note: claimed.note ?? '',
      frontier,
      marks: keptMarks(now.size, continues ? (remembered?.marks ?? []) : [], marks),
    },
  });
  const known = { roots: rootsOf(remembered, old, binding), leaves: leavesOf(claims) };
  const go = (size: number, frontier: readonly Hash[]) =>
    walk({
      tree: growTree(size, frontier, sources.sha256),
      to: now.size,
      known,
      leaves: sources.leaves,
      page: run.page,
      onProgress: sources.onProgress,
    });
  if (continues && now.size < old.size) {
    // The log is shorter than the remembered one. Compare the marks to see whether it was also rewritten.
    const walked = await go(0, []);
    return walked.end === 'differs'
      ? mismatch('rewritten', now.size, walked)
      : mismatch('shorter', now.size, { from: now.size, to: old.size });
  }
  if (remembered && continues && !run.fromBeginning) {
    const grown = await go(old.size, remembered.frontier);
    if (leadsTo(now, grown)) return verified(grown);
    // The log does not extend the verified checkpoint. Only a run from leaf 0, over all marks, locates the difference.
  }
  const whole = await go(0, []);
  return leadsTo(now, whole) ? verified(whole) : faultOf(whole, now, old);
}

type Whole = Extract<Walked, { end: 'whole' }>;

function leadsTo({ root }: Checkpoint, walked: Walked): walked is Whole {
  return walked.end === 'whole' && sameHash(walked.root, root);
}

function faultOf(walked: Walked, now: Checkpoint, old: Checkpoint | null): Verdict {
  if (walked.end === 'short')
    return mismatch('missing', now.size, { from: walked.held, to: walked.size + 1 });
  if (walked.end === 'differs') return mismatch('rewritten', now.size, walked);
  if (walked.end === 'other-leaf')
    return mismatch('origin', now.size, { from: walked.ix, to: walked.ix + 1 });
  if (old?.origin === now.origin && old.size === now.size) return mismatch('forked', now.size);
  return mismatch(
    'root',
    now.size,
    walked.held > 0 && walked.held < now.size ? { from: walked.held, to: now.size } : null,
  );
}

function mismatch(what: MismatchName, size: number, place: Mismatch['place'] = null): Verdict {
  return { state: 'mismatch', mismatch: { what, size, place: place && { from: place.from, to: place.to } } };
}

/** The size of an unverified checkpoint, used only to name it in the alarm; 0 if it cannot be parsed. */
function sizeIn(note: string): number {
  const parsed = parseNote(note);
  return (parsed.ok && checkpointOfBody(parsed.note.body)?.size) || 0;
}

/**
 * Null unless the key signed the note and the checkpoint's origin is the key's name, else it belongs to another log.
 */
async function signedBy(key: VerifierKey, note: string, verify: VerifySignature): Promise<Checkpoint | null> {
  const opened = await openNote(note, [key], verify);
  const checkpoint = opened.ok ? checkpointOfBody(opened.body) : null;
  return checkpoint?.origin === key.name ? checkpoint : null;
}

/** The restores that can explain a change of origin, earliest first: only those after the remembered checkpoint. */
function explaining(old: Checkpoint, now: Checkpoint, claims: readonly Restored[]): readonly Restored[] {
  const since = checkpointTime(old);
  return claims
    .filter(({ ix, here }) => here <= ix && ix < now.size)
    .filter(({ at }) => since === null || Temporal.Instant.compare(at, since) > 0)
    .toSorted((one, other) => Temporal.Instant.compare(one.at, other.at));
}

/** The remembered roots by size that the log must reproduce, up to the restore point. */
function rootsOf(
  remembered: Remembered | null,
  old: Checkpoint | null,
  binding: number,
): ReadonlyMap<number, Hash> {
  const all = [...(remembered?.marks ?? []), ...(old ? [old] : [])];
  return new Map(all.filter(({ size }) => size <= binding).map(({ size, root }) => [size, root]));
}

/** The leaves that restore events claim, by index: the walk checks that these events are in the tree. */
function leavesOf(claims: readonly Restored[]): ReadonlyMap<number, Hash> {
  return new Map(claims.map(({ ix, leaf }) => [ix, leaf]));
}
