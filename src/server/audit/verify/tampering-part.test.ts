/** Attacks on a part of the log by an attacker without the signing key; none of them must verify. */
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { PartStart } from '#domain/audit/log-part.ts';
import { withPublished } from '#domain/audit/published.ts';
import { type LogItem, type Verdict, type Verification, verifyLog } from '#domain/audit/verify-log.ts';
import {
  type Checkpoint,
  type Event,
  eventOf,
  itemsOf,
  keyFrom,
  type Log,
  ORIGIN,
  partOf,
  sha256,
  signedLog,
} from '#tests/cases/signed-log.ts';
import type { LogKey } from '../seal/sign.ts';
import { webVerify } from '../seal/web-verify.ts';

const EVENTS = 60;
const EVERY = 6;
/** The part is the second of three; its bounds are not powers of two, so that its frontier has several hashes. */
const FROM = 18;
const TO = 42;

let key: LogKey;
let stranger: LogKey;
let whole: Log;
let honest: Log;

const bodyOf = (ix: number, what = 'object') => ({ id: `e-${ix}`, code: 'RQ001', what: `${what}-${ix}` });

beforeAll(async () => {
  key = await keyFrom(1);
  stranger = await keyFrom(2);
  whole = await signedLog(
    Array.from({ length: EVENTS }, (_, ix) => eventOf(ix, bodyOf(ix))),
    { by: key, every: EVERY },
  );
  honest = partOf(whole, FROM, TO);
});

/** `published` defaults to the checkpoints published up to the end of the part. */
function verdictOn(
  { start, ...log }: Log,
  { published = whole.checkpoints.filter(({ size }) => size <= TO), ...more }: Options = {},
): Promise<Verdict> {
  return verifyLog({
    start,
    items: withPublished(itemsOf({ start, ...log }), published, start.size),
    keys: [{ name: ORIGIN, publicKey: key.publicKey }],
    verify: webVerify,
    sha256,
    ...more,
  });
}
type Options = Partial<Pick<Verification, 'end'>> & { published?: readonly Checkpoint[] };

describe('an honest part of the log', () => {
  test('verifies from its first event to its last, and says what it does not cover', async () => {
    expect(await verdictOn(honest)).toMatchObject({
      state: 'verified',
      from: FROM,
      size: TO,
      outside: { before: 2, after: 0 },
      findings: [],
    });
  });

  test('is not complete where more was published than it holds', async () => {
    expect(await verdictOn(honest, { published: whole.checkpoints })).toMatchObject({
      state: 'incomplete',
      outside: { before: 2, after: 3 },
      findings: [],
    });
  });

  test('is complete when a signed manifest says that it ends there', async () => {
    expect(await verdictOn(honest, { published: whole.checkpoints, end: 'listed' })).toMatchObject({
      state: 'verified',
      outside: { before: 2, after: 3 },
    });
  });

  test('reports pruned texts as not proved when their pruning event is outside the part', async () => {
    const events = honest.events.map((event, at) =>
      at < 3 ? { ...event, body: null, prunedBy: 'later' } : event,
    );
    expect(await verdictOn({ ...honest, events })).toMatchObject({
      state: 'incomplete',
      pruned: 3,
      prunedElsewhere: 3,
      findings: [],
    });
  });
});

/** Parts of the whole log, each after the start in its head. */
async function* joined(...parts: readonly Log[]): AsyncGenerator<LogItem | PartStart> {
  for (const part of parts) {
    yield { kind: 'part', ...part.start };
    yield* itemsOf(part);
  }
}
const verdictOnAll = (...parts: readonly Log[]) =>
  verifyLog({
    items: withPublished(joined(...parts), whole.checkpoints),
    keys: [{ name: ORIGIN, publicKey: key.publicKey }],
    verify: webVerify,
    sha256,
  });

describe('parts one after another', () => {
  const first = () => partOf(whole, 0, FROM);
  const last = () => partOf(whole, TO, EVENTS);

  test('are the whole log', async () => {
    expect(await verdictOnAll(first(), honest, last())).toMatchObject({
      state: 'verified',
      from: 0,
      size: EVENTS,
      findings: [],
    });
  });

  test.each([
    ['one is missing', () => [first(), last()]],
    ['two changed places', () => [first(), last(), honest]],
    ['one comes twice', () => [first(), honest, honest, last()]],
    ['the last is missing', () => [first(), honest]],
  ])('are not where %s', async (_, parts) => {
    const { state, findings } = await verdictOnAll(...parts());
    expect([state, findings.length > 0]).toEqual(['tampered', true]);
  });

  test('are not where a head holds another tree than the file before it ends with', async () => {
    const frontier = honest.start.frontier.map((_, at) => new Uint8Array(32).fill(at));
    const other = { ...honest, start: { size: FROM, frontier } };
    expect(await verdictOnAll(first(), other, last())).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'part', ix: FROM }],
    });
  });
});

/**
 * A change at event `at` of the part. `redo`: the attacker also recomputes leaves and indexes so that they agree again.
 */
type Attack = (part: Log, at: number, redo: boolean) => Log | Promise<Log>;

const placed = (events: readonly Event[]): Event[] =>
  events.map((event, at) => ({ ...event, ix: FROM + at }));
const changed = (ix: number, redo: boolean, leaf: Uint8Array): Event => {
  const made = eventOf(ix, bodyOf(ix, 'another'));
  return redo ? made : { ...made, leaf };
};

const ATTACKS: Readonly<Record<string, Attack>> = {
  update: (part, at, redo) => ({
    ...part,
    events: part.events.map((event, n) => (n === at ? changed(event.ix, redo, event.leaf) : event)),
  }),
  delete: (part, at, redo) => {
    const rest = part.events.filter((_, n) => n !== at);
    return { ...part, events: redo ? placed(rest) : rest };
  },
  insert: (part, at, redo) => {
    const more = [
      ...part.events.slice(0, at),
      changed(FROM + at, true, new Uint8Array()),
      ...part.events.slice(at),
    ];
    return { ...part, events: redo ? placed(more) : more };
  },
  swap: (part, at, redo) => {
    const other = at === part.events.length - 1 ? 0 : at + 1;
    const swapped = [...part.events];
    [swapped[at], swapped[other]] = [part.events[other] as Event, part.events[at] as Event];
    return { ...part, events: redo ? placed(swapped) : swapped };
  },
  'truncated tail': (part, at, redo) => ({
    ...part,
    events: part.events.slice(0, at),
    checkpoints: redo ? part.checkpoints.filter(({ size }) => size <= FROM + at) : part.checkpoints,
  }),
  'replaced checkpoint': (part, at, redo) => {
    const which = part.checkpoints[at % part.checkpoints.length] as Checkpoint;
    const other = part.checkpoints[(at + 1) % part.checkpoints.length] as Checkpoint;
    const note = redo ? other.note : which.note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`);
    return { ...part, checkpoints: part.checkpoints.map((one) => (one === which ? { ...one, note } : one)) };
  },
  're-signed with another key': (part, at, redo) =>
    signedLog(
      part.events.map((event, n) => (n === at && redo ? changed(event.ix, true, event.leaf) : event)),
      { by: stranger, every: EVERY, start: part.start },
    ),
  'another past': (part, at, redo) => {
    const which = at % part.start.frontier.length;
    const frontier = part.start.frontier.map((hash, n) => (n === which ? sha256(hash) : hash));
    return { ...part, start: { ...part.start, frontier: redo ? frontier : frontier.slice(1) } };
  },
  'another place': (part, at, redo) => {
    const size = redo ? FROM + 1 + at : at % FROM;
    const start = partOf(whole, size, TO).start;
    return { ...part, start, events: part.events.map((event, n) => ({ ...event, ix: size + n })) };
  },
  'the first events gone': (part, at) => ({ ...part, events: part.events.slice(at + 1) }),
  'a text gone': (part, at, redo) => ({
    ...part,
    events: part.events.map((event, n) =>
      n === at ? { ...event, body: null, ...(redo ? { prunedBy: 'nobody' } : {}) } : event,
    ),
  }),
};

const RUNS = 100;

test.each(Object.entries(ATTACKS))(`%s is noticed ${RUNS} times of ${RUNS}`, async (name, attack) => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 0, max: TO - FROM - 1 }), fc.boolean(), async (at, redo) => {
      const { state, findings } = await verdictOn(await attack(honest, at, redo));
      // A shorter part is consistent in itself, and a text may have been pruned: both are `incomplete`, never
      // `verified`.
      const quiet = redo && ['truncated tail', 'a text gone'].includes(name);
      expect(state).toBe(quiet ? 'incomplete' : 'tampered');
      if (state === 'tampered') expect(findings[0]?.ix).toBeLessThanOrEqual(TO);
    }),
    { numRuns: RUNS, seed: 7 },
  );
});
