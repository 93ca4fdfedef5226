/**
 * Whether a log is the one that was signed. Grows the tree anew from the raw bodies and holds it against every signed
 * checkpoint on the way: those kept with the log and those published elsewhere. Streams, so its memory does not grow.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { checkpointCheck } from './checkpoint-check.ts';
import { type Columns, columnsOfBody } from './event-columns.ts';
import { BEGINNING, goesOn, type PartStart, type TreeStart, treeFrom } from './log-part.ts';
import { type Hash, leafHash, type Sha256, sameHash } from './merkle.ts';
import type { VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { pruneCheck } from './prune-check.ts';
import type { Restore } from './restores.ts';

/** What the log holds, in its order: a checkpoint comes right after the leaf that completes it. */
export type LogItem =
  | {
      kind: 'event';
      ix: number;
      leaf: Hash;
      /** The exact text that was hashed; null once it was pruned; undefined where the event is gone. */
      body: string | null | undefined;
      /** Copies the database filters by; absent in an export. */
      columns?: Columns;
      /** What the projection says a list showed; absent where there is none yet. */
      mentions?: readonly Mention[];
      /** The event that accounts for a text that is gone. */
      prunedBy?: string;
      /** That event is not sealed yet, or came while the log was read. */
      prunedWaits?: true;
    }
  | { kind: 'checkpoint'; size: number; note: string; published: boolean };

/** Requests that stood in a list, before whom and when; one for an honest list, none for what is no list. */
export type Mention = { actor: string | null; at: string; listed: readonly string[] };

const FINDINGS = [
  'gap',
  'part',
  'event-missing',
  'body',
  'columns',
  'mentions',
  'not-an-event',
  'signature',
  'checkpoint',
  'root',
  'published-root',
  'truncated',
  'unsealed-inserted',
  'pruned-unlawfully',
] as const;
export type FindingCode = (typeof FINDINGS)[number];
/** `ix`: the first leaf concerned; `to`: where the doubt ends, when only a range is known (exclusive). */
export type Finding = { what: FindingCode; ix: number; to?: number };

export type Verdict = {
  /** `incomplete`: nothing contradicts, but something is not there or not proved; the other members say what. */
  state: 'verified' | 'tampered' | 'incomplete';
  /** Leaves before the first event it speaks of. */
  from: number;
  size: number;
  /** Leaves under the newest signature that fits, and when it was made. */
  signed: { size: number; at: string | null } | null;
  pruned: number;
  /** Of those, texts whose account lies outside the part: neither unlawful nor proved. */
  prunedElsewhere: number;
  /** A pruning is under way. */
  pruningWaits: boolean;
  checkpoints: number;
  /**
   * Published checkpoints that were not compared: they lie before or after the part, or bear a name that the part does not
   * know and do not agree, so that only what comes before it could explain them.
   */
  outside: { before: number; after: number; otherName: number };
  /** Restores of an older backup that the sealed log tells of, and the published checkpoints that this explains. */
  restores: readonly Restore[];
  lost: number;
  /** The first ones, in the order of the log. */
  findings: readonly Finding[];
};

export type Verification = {
  items: AsyncIterable<LogItem | PartStart>;
  /** Where a part begins; default with the log. */
  start?: TreeStart;
  /**
   * `log`, the default for what begins with it: everything published must be in it. `part`: the log may go on after it.
   * `listed`: somebody signed that just this was given out, so that it ends early is no surprise.
   */
  end?: 'log' | 'part' | 'listed';
  /** Of every shard; a checkpoint must be signed by the one that bears its origin. */
  keys: readonly VerifierKey[];
  verify: VerifySignature;
  sha256?: Sha256;
  /** Told the number of leaves now and then. */
  onProgress?: (leaves: number) => void;
};

const MOST_FINDINGS = 20;
const PROGRESS_EVERY = 10_000;

export async function verifyLog(verification: Verification): Promise<Verdict> {
  const { items, start = BEGINNING, keys, verify, sha256, onProgress } = verification;
  const from = start.size;
  const { end = from > 0 ? 'part' : 'log' } = verification;
  const open = end !== 'log';
  const { tree, sound } = treeFrom(start, sha256);
  const findings: Finding[] = [];
  const say = (finding: Finding) => {
    if (findings.length < MOST_FINDINGS) findings.push(finding);
  };
  if (!sound) say({ what: 'root', ix: 0, to: from });
  const pruning = pruneCheck({ from, open });
  const check = checkpointCheck({ tree, from, open, keys, verify, say });
  let pruned = 0;
  for await (const item of items) {
    if (item.kind === 'checkpoint') await check.hold(item);
    else if (item.kind === 'part') {
      if (!goesOn(tree, item)) say({ what: 'part', ix: tree.size });
    } else {
      if (item.ix !== tree.size) {
        // A place that comes twice: one of the two is not what was sealed.
        if (item.ix < tree.size) say({ what: 'gap', ix: item.ix, to: tree.size });
        else say({ what: 'gap', ix: tree.size, to: item.ix });
        break;
      }
      const fault = faultOf(item, sha256);
      if (fault) say({ what: fault, ix: item.ix });
      if (fault === 'body') check.differs();
      if (item.body === null) {
        pruned += 1;
        if (!pruning.gone(item)) sayUnlawful(findings, item.ix, say);
      } else if (item.body !== undefined && !fault) {
        pruning.text(item.body);
        check.restores.text(item.ix, item.body);
      }
      tree.append(
        item.body === null || item.body === undefined ? item.leaf : leafHash(utf8ToBytes(item.body), sha256),
      );
      if (tree.size % PROGRESS_EVERY === 0) onProgress?.(tree.size);
    }
  }
  onProgress?.(tree.size);
  const { unlawful, waiting, elsewhere } = pruning.end();
  for (const range of unlawful) say({ what: 'pruned-unlawfully', ...range });
  const { signed, checkpoints, outside, lost } = check.end();
  const restores = check.restores.proved();
  const reached = signed?.size === tree.size && (end === 'listed' || outside.after === 0);
  const whole = reached && !waiting && elsewhere + outside.otherName + restores.length === 0;
  return {
    state: findings.length > 0 ? 'tampered' : whole ? 'verified' : 'incomplete',
    from,
    size: tree.size,
    signed,
    pruned,
    prunedElsewhere: elsewhere,
    pruningWaits: waiting,
    checkpoints,
    outside,
    restores,
    lost,
    findings: findings.toSorted((a, b) => a.ix - b.ix),
  };
}

/** Neighbours are one finding. */
function sayUnlawful(findings: readonly Finding[], ix: number, say: (finding: Finding) => void): void {
  const last = findings.at(-1);
  if (last?.what === 'pruned-unlawfully' && last.to === ix) last.to = ix + 1;
  else say({ what: 'pruned-unlawfully', ix, to: ix + 1 });
}

type Event = Extract<LogItem, { kind: 'event' }>;

function faultOf({ leaf, body, columns, mentions }: Event, sha256?: Sha256): FindingCode | null {
  if (body === undefined) return 'event-missing';
  // What stood beside a text goes with it, so that nothing unproved is counted.
  if (body === null) return mentions && mentions.length > 0 ? 'mentions' : null;
  if (!sameHash(leafHash(utf8ToBytes(body), sha256), leaf)) return 'body';
  if (columns === undefined && mentions === undefined) return null;
  const told = columnsOfBody(body);
  if (!told) return 'not-an-event';
  if (columns && !sameColumns(columns, told.columns)) return 'columns';
  return mentions && !sameMentions(mentions, told) ? 'mentions' : null;
}

function sameColumns(one: Columns, other: Columns): boolean {
  return (Object.keys(other) as (keyof Columns)[]).every((name) => one[name] === other[name]);
}

function sameMentions(
  mentions: readonly Mention[],
  { columns, listed }: NonNullable<ReturnType<typeof columnsOfBody>>,
): boolean {
  if (!mentions.every(({ actor, at }) => actor === columns.actor && at === columns.at)) return false;
  const [one, ...more] = mentions;
  return sameSet(more.length > 0 ? mentions.flatMap((each) => each.listed) : (one?.listed ?? []), listed);
}

function sameSet(one: readonly string[], other: readonly string[]): boolean {
  const wanted = new Set(other);
  // As many as there are different ones: a row twice would be a list that was never shown.
  return (
    one.length === wanted.size && new Set(one).size === wanted.size && one.every((value) => wanted.has(value))
  );
}
