/** Builds a signed log in memory, whole or in part, with its checkpoints, for tests that then tamper with it. */
import { hash } from 'node:crypto';
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { BEGINNING, type TreeStart } from '#domain/audit/log-part.ts';
import { growTree, leafHash } from '#domain/audit/merkle.ts';
import { signNote } from '#domain/audit/note.ts';
import type { LogItem } from '#domain/audit/verify-log.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import type { LogKey } from '#server/audit/seal/sign.ts';

export type Event = Extract<LogItem, { kind: 'event' }>;
export type Checkpoint = Extract<LogItem, { kind: 'checkpoint' }>;
/** The tree before the first event, the events in order, and the signed checkpoints by size. */
export type Log = { start: TreeStart; events: readonly Event[]; checkpoints: readonly Checkpoint[] };

export const ORIGIN = 'log.example/first';
const BEGAN = Temporal.Instant.from('2026-11-10T10:00:00Z');

export const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
export const keyFrom = (fill: number) => logKeyOf({ signingSeed: () => new Uint8Array(32).fill(fill) });

/** The instant at which the log had this size: one event a minute. */
export const instantOf = (size: number) =>
  BEGAN.add({ minutes: size }).toString({ smallestUnit: 'millisecond' });

export function eventOf(ix: number, told: object | string): Event {
  const body = typeof told === 'string' ? told : JSON.stringify(told);
  return { kind: 'event', ix, body, leaf: leafHash(new TextEncoder().encode(body), sha256) };
}

export type Signing = {
  by: LogKey;
  /** Number of leaves between two checkpoints. */
  every: number;
  /** The origin under which a size is signed; by default always ORIGIN. */
  originAt?: (size: number) => string;
  /** The instant at which a size is signed; by default `instantOf`. */
  timeAt?: (size: number) => string;
  start?: TreeStart;
};

export async function signedLog(events: readonly Event[], signing: Signing): Promise<Log> {
  const { by, every, originAt = () => ORIGIN, timeAt = instantOf, start = BEGINNING } = signing;
  const tree = growTree(start.size, start.frontier, sha256);
  const checkpoints: Checkpoint[] = [];
  for (const { leaf, ix } of events) {
    tree.append(leaf);
    const { size } = tree;
    if (size % every === 0 || ix === events.at(-1)?.ix)
      checkpoints.push(await checkpointOf(size, tree.root(), originAt(size), by, timeAt(size)));
  }
  return { start, events, checkpoints };
}

export async function checkpointOf(
  size: number,
  root: Uint8Array,
  origin: string,
  by: LogKey,
  at = instantOf(size),
): Promise<Checkpoint> {
  const text = checkpointText({ origin, size, root, extensions: [`at ${at}`] });
  return {
    kind: 'checkpoint',
    size,
    note: await signNote(text, origin, by.publicKey, by.sign),
    published: false,
  };
}

/** The leaves from `from` (inclusive) to `to` (exclusive), and their checkpoints. */
export function partOf({ start, events, checkpoints }: Log, from: number, to: number): Log {
  const tree = growTree(start.size, start.frontier, sha256);
  for (const { leaf, ix } of events) if (ix < from) tree.append(leaf);
  return {
    start: { size: tree.size, frontier: [...tree.frontier()] },
    events: events.filter(({ ix }) => ix >= from && ix < to),
    checkpoints: checkpoints.filter(({ size }) => size > from && size <= to),
  };
}

/** The items in the order of an export: each checkpoint follows the last event it covers. */
export async function* itemsOf({ events, checkpoints }: Log): AsyncGenerator<LogItem> {
  const left = [...checkpoints];
  const until = function* (size: number): Generator<LogItem> {
    for (let next = left[0]; next && next.size <= size; next = left[0]) {
      left.shift();
      yield next;
    }
  };
  for (const event of events) {
    yield event;
    yield* until(event.ix + 1);
  }
  yield* until(Number.POSITIVE_INFINITY);
}
