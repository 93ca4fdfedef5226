/**
 * Verifies a log: rebuilds the Merkle tree from the raw bodies and compares it with every signed checkpoint, both those
 * stored with the log and those published elsewhere. It streams, so memory does not grow with the log.
 */
import { utf8ToBytes } from '@noble/hashes/utils.js';
import { checkpointCheck } from './checkpoint-check.ts';
import { detailCheck, type FoundDetail } from './detail-check.ts';
import { type Columns, columnsOfBody } from './event-columns.ts';
import { timeCheck } from './event-times.ts';
import { BEGINNING, goesOn, type PartStart, type TreeStart, treeFrom } from './log-part.ts';
import { type MacCheck, type MacOf, macCheck } from './mac-check.ts';
import { type Hash, leafHash, type Sha256, sameHash } from './merkle.ts';
import type { VerifySignature } from './note.ts';
import type { VerifierKey } from './note-key.ts';
import { pruneCheck } from './prune-check.ts';
import type { Restore } from './restores.ts';

/** The items of a log in its order; a checkpoint comes right after the leaf that completes it. */
export type LogItem =
  | {
      kind: 'event';
      ix: number;
      leaf: Hash;
      /** The exact text that was hashed; null once pruned; undefined when the event's row is missing. */
      body: string | null | undefined;
      /** The copies that the database filters by; absent in an export. */
      columns?: Columns;
      /** The requests that the projection says a list showed; absent until it is projected. */
      mentions?: readonly Mention[];
      /** Id of the prune event that accounts for a pruned body. */
      prunedBy?: string;
      /** The prune event is not sealed yet, or was written while the log was read. */
      prunedWaits?: true;
      /** The encrypted text beside the event; absent where it was not read, as in an export. */
      detail?: FoundDetail;
      /** The text is gone by a destruction that is not sealed yet. */
      detailWaits?: true;
    }
  | { kind: 'checkpoint'; size: number; note: string; published: boolean };

/** The requests that a list showed, to whom and when. A list has one such row, any other event none. */
export type Mention = { actor: string | null; at: string; listed: readonly string[] };

const FINDINGS = [
  'gap',
  'part',
  'event-missing',
  'body',
  'columns',
  'mentions',
  'not-an-event',
  'foreign',
  'time',
  'detail',
  'signature',
  'checkpoint',
  'root',
  'published-root',
  'truncated',
  'unsealed-inserted',
  'pruned-unlawfully',
] as const;
export type FindingCode = (typeof FINDINGS)[number];
/**
 * `ix`: the first leaf concerned; `to`: the exclusive end, when only a range is known; `ids`: of events outside the
 * tree.
 */
export type Finding = { what: FindingCode; ix: number; to?: number; ids?: readonly string[] };

export type Verdict = {
  /** `incomplete`: no contradiction, but something is missing or not proved; the other members say what. */
  state: 'verified' | 'tampered' | 'incomplete';
  /** Number of leaves before the first verified event. */
  from: number;
  size: number;
  /** The tree size under the newest checkpoint that fits, and its time. */
  signed: { size: number; at: string | null } | null;
  pruned: number;
  /** How many of the pruned bodies name an event outside the part: neither unlawful nor proved. */
  prunedElsewhere: number;
  /** Whether a pruning or a destruction is running. */
  pruningWaits: boolean;
  /** Whether the MACs were checked, which needs the key file; `none` when no event has one. */
  macs: ReturnType<MacCheck['state']>;
  checkpoints: number;
  /**
   * Published checkpoints that were not compared: those before or after the part, and those that differ but have a name
   * that the part does not contain, so that only an earlier part could explain them.
   */
  outside: { before: number; after: number; otherName: number };
  /** Restores of an older backup that the sealed log records. */
  restores: readonly Restore[];
  /** Number of published checkpoints that those restores explain. */
  lost: number;
  /** Published checkpoints of other logs, by name: an empty desk, or another one, wrote to the same file. */
  strays: readonly { name: string; count: number }[];
  /** For a part: the name it is signed under when no given key bears it; only the log before can explain that. */
  unnamed: string | null;
  /** The first findings, in the order of the log. */
  findings: readonly Finding[];
};

export type Verification = {
  items: AsyncIterable<LogItem | PartStart>;
  /** Where the part begins; by default at the beginning of the log. */
  start?: TreeStart;
  /**
   * How the items end. `log`, the default without `start`: every published checkpoint must be within them. `part`: the
   * log may continue after them. `listed`: a signed manifest gives their extent, so ending early is not incomplete.
   */
  end?: 'log' | 'part' | 'listed';
  /** The keys of every shard; a checkpoint must be signed by the key whose name is its origin. */
  keys: readonly VerifierKey[];
  verify: VerifySignature;
  sha256?: Sha256;
  /** Computes MACs with the server's key; without it they are not checked. */
  macOf?: MacOf;
  /** Called with the number of leaves every 10 000 leaves and at the end. */
  onProgress?: (leaves: number) => void;
};

/** The verdict contains at most this many findings; the first ones locate the change. */
const MOST_FINDINGS = 20;
const PROGRESS_EVERY = 10_000;

/** Verifies the items and returns the verdict. Throws only what `items` or `verify` throws. */
export async function verifyLog(verification: Verification): Promise<Verdict> {
  const { items, start = BEGINNING, keys, verify, sha256, macOf, onProgress } = verification;
  const from = start.size;
  const { end = from > 0 ? 'part' : 'log' } = verification;
  const open = end !== 'log';
  const { tree, sound } = treeFrom(start, sha256);
  const findings: Finding[] = [];
  const say = (finding: Finding) => {
    if (findings.length < MOST_FINDINGS) findings.push(finding);
  };
  if (!sound) say({ what: 'root', ix: 0, to: from });
  const times = timeCheck();
  const pruning = pruneCheck({ from, open });
  const details = detailCheck();
  const macs = macCheck(macOf);
  const signedAt = (at: string | null) => {
    times.signed(at);
    pruning.signed(at);
  };
  const check = checkpointCheck({ tree, from, open, keys, verify, say, signedAt });
  let pruned = 0;
  for await (const item of items) {
    if (item.kind === 'checkpoint') await check.hold(item);
    else if (item.kind === 'part') {
      if (!goesOn(tree, item)) say({ what: 'part', ix: tree.size });
    } else {
      if (item.ix !== tree.size) {
        // A gap, or an index that comes twice. Either way the following leaves cannot be placed, so stop here.
        if (item.ix < tree.size) say({ what: 'gap', ix: item.ix, to: tree.size });
        else say({ what: 'gap', ix: tree.size, to: item.ix });
        break;
      }
      const fault = faultOf(item, sha256);
      if (fault) say({ what: fault, ix: item.ix });
      if (fault === 'body') check.differs();
      if (item.body === null) {
        pruned += 1;
        if (!pruning.gone(item, times.earliest())) sayUnlawful(findings, item.ix, say);
        // Pruning a body deletes the text beside it too.
        if (item.detail !== undefined && item.detail !== 'gone') say({ what: 'detail', ix: item.ix });
      } else if (item.body !== undefined && !fault) {
        const { ix, body } = item;
        if (!macs.event(body)) say({ what: 'foreign', ix });
        else {
          // Only what the server wrote may account for a missing text or a missing checkpoint.
          times.event(ix, body);
          pruning.text(body);
          check.restores.text(ix, body);
          if (!details.event({ ...item, body })) say({ what: 'detail', ix });
        }
      }
      // Hash the body, not the stored leaf, where there is one: then a changed body also changes the root.
      tree.append(
        item.body === null || item.body === undefined ? item.leaf : leafHash(utf8ToBytes(item.body), sha256),
      );
      if (tree.size % PROGRESS_EVERY === 0) onProgress?.(tree.size);
    }
  }
  onProgress?.(tree.size);
  const { unlawful, waiting, elsewhere } = pruning.end();
  for (const range of unlawful) say({ what: 'pruned-unlawfully', ...range });
  const beside = details.end();
  for (const ix of beside.missing) say({ what: 'detail', ix });
  for (const ix of times.end()) say({ what: 'time', ix });
  const { signed, checkpoints, outside, lost, strays, unnamed } = check.end();
  const restores = check.restores.proved();
  const reached = signed?.size === tree.size && (end === 'listed' || outside.after === 0);
  const unproved = elsewhere + outside.otherName + restores.length + strays.length;
  const running = waiting || beside.waiting;
  const whole = reached && !running && unproved === 0 && unnamed === null;
  return {
    state: findings.length > 0 ? 'tampered' : whole ? 'verified' : 'incomplete',
    from,
    size: tree.size,
    signed,
    pruned,
    prunedElsewhere: elsewhere,
    pruningWaits: running,
    macs: macs.state(),
    checkpoints,
    outside,
    restores,
    lost,
    strays,
    unnamed,
    findings: findings.toSorted((a, b) => a.ix - b.ix),
  };
}

/** Reports a missing body; adjacent leaves extend one finding. */
function sayUnlawful(findings: readonly Finding[], ix: number, say: (finding: Finding) => void): void {
  const last = findings.at(-1);
  if (last?.what === 'pruned-unlawfully' && last.to === ix) last.to = ix + 1;
  else say({ what: 'pruned-unlawfully', ix, to: ix + 1 });
}

type Event = Extract<LogItem, { kind: 'event' }>;

function faultOf({ leaf, body, columns, mentions }: Event, sha256?: Sha256): FindingCode | null {
  if (body === undefined) return 'event-missing';
  // Pruning a body deletes its projected rows too, because nothing could prove them any more.
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
  // The lengths must match as well: a duplicate row would count as a list that was never shown.
  return (
    one.length === wanted.size && new Set(one).size === wanted.size && one.every((value) => wanted.has(value))
  );
}
