/** A log restored from an older backup, with an event that says so: which losses that event explains, and which not. */
import { beforeAll, describe, expect, test } from 'vitest';
import { withPublished } from '#domain/audit/published.ts';
import { type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import {
  type Checkpoint,
  checkpointOf,
  type Event,
  eventOf,
  instantOf,
  itemsOf,
  keyFrom,
  type Log,
  ORIGIN,
  partOf,
  sha256,
  signedLog,
} from '#tests/cases/signed-log.ts';
import type { LogKey } from './sign.ts';
import { webVerify } from './web-verify.ts';

const SECOND = 'log.example/second';
const EVERY = 4;
const PUBLISHED = 24;
const HERE = 16;
const END = 36;
/** Later than the signatures of all lost events, earlier than the events written after the restore. */
const RESTORED_AT = instantOf(PUBLISHED + 1);

let key: LogKey;
let before: Log;
let after: Log;

const plain = (ix: number, what: string) => eventOf(ix, { id: `${what}-${ix}`, code: 'RQ001' });
const restored = (ix: number, data: object = { published: PUBLISHED, here: HERE, origin: ORIGIN }) =>
  eventOf(ix, { id: `r-${ix}`, at: RESTORED_AT, code: 'LG002', event: 'log.restored', data });

/** What follows the restore is signed after it. */
const afterRestore = (size: number) => instantOf(size > HERE ? PUBLISHED + size : size);

/** The kept events, one that was not sealed before the restore, the restore's own event, and those that followed. */
const eventsAfter = (told: Event | null = restored(HERE + 1)): Event[] => [
  ...before.events.slice(0, HERE),
  plain(HERE, 'waiting'),
  told ?? plain(HERE + 1, 'again'),
  ...Array.from({ length: END - HERE - 2 }, (_, n) => plain(HERE + 2 + n, 'again')),
];
const sign = (events: readonly Event[], originAt = (size: number) => (size > HERE ? SECOND : ORIGIN)) =>
  signedLog(events, { by: key, every: EVERY, originAt, timeAt: afterRestore });

beforeAll(async () => {
  key = await keyFrom(1);
  before = await signedLog(
    Array.from({ length: PUBLISHED }, (_, ix) => plain(ix, 'first')),
    { by: key, every: EVERY },
  );
  after = await sign(eventsAfter());
});

function verdictOn(log: Log, published: readonly Checkpoint[] = before.checkpoints): Promise<Verdict> {
  return verifyLog({
    items: withPublished(
      itemsOf(log),
      [...published].sort((a, b) => a.size - b.size),
    ),
    keys: [ORIGIN, SECOND].map((name) => ({ name, publicKey: key.publicKey })),
    verify: webVerify,
    sha256,
  });
}

const elsewhere = (size: number, origin = ORIGIN, at = instantOf(size)) =>
  checkpointOf(size, sha256(new Uint8Array([size])), origin, key, at);

const CHANGED = [
  'a root it never had, at a size that was kept',
  'one of the old name beyond what was published',
  'one of the old name that was signed after the restore',
  'one of the new name with another root',
] as const;
const others: Record<(typeof CHANGED)[number], () => Promise<Checkpoint>> = {
  [CHANGED[0]]: () => elsewhere(HERE - EVERY),
  [CHANGED[1]]: () => elsewhere(PUBLISHED + 4, ORIGIN, instantOf(PUBLISHED)),
  [CHANGED[2]]: () => elsewhere(PUBLISHED, ORIGIN, instantOf(PUBLISHED + 2)),
  [CHANGED[3]]: () => elsewhere(PUBLISHED, SECOND),
};

describe('a log that says it was set back', () => {
  test('explains what was published and lost, and is not complete', async () => {
    expect(await verdictOn(after)).toMatchObject({
      state: 'incomplete',
      size: END,
      restores: [{ ix: HERE + 1, at: RESTORED_AT, published: PUBLISHED, here: HERE }],
      lost: (PUBLISHED - HERE) / EVERY,
      findings: [],
    });
  });

  test('explains it as well while it is still shorter than what was published', async () => {
    const short = await sign(eventsAfter().slice(0, HERE + 2));
    expect(await verdictOn(short)).toMatchObject({ state: 'incomplete', lost: 2, findings: [] });
  });

  test('is not complete either when no published checkpoints are at hand', async () => {
    expect(await verdictOn(after, [])).toMatchObject({ state: 'incomplete', lost: 0, findings: [] });
  });

  test('needs no name of the old shard when its signatures contain it', async () => {
    const told = restored(HERE + 1, { published: PUBLISHED, here: HERE, shard: 2 });
    expect(await verdictOn(await sign(eventsAfter(told)))).toMatchObject({ state: 'incomplete', lost: 2 });
  });

  test.each(CHANGED)('does not explain %s', async (which) => {
    expect(await verdictOn(after, [await others[which]()])).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'published-root' }],
    });
  });

  test('may be set back twice', async () => {
    const here = 28;
    const third = 'log.example/third';
    const again = await signedLog(
      [
        ...after.events.slice(0, here),
        eventOf(here, {
          id: 'r-2',
          at: instantOf(PUBLISHED + END + 1),
          code: 'LG002',
          data: { published: END, here, origin: SECOND },
        }),
      ],
      {
        by: key,
        every: EVERY,
        originAt: (size) => (size <= HERE ? ORIGIN : size <= here ? SECOND : third),
        timeAt: (size) => (size > here ? instantOf(PUBLISHED + END + size) : afterRestore(size)),
      },
    );
    const verdict = await verifyLog({
      items: withPublished(
        itemsOf(again),
        [...before.checkpoints, ...after.checkpoints].sort((a, b) => a.size - b.size),
      ),
      keys: [ORIGIN, SECOND, third].map((name) => ({ name, publicKey: key.publicKey })),
      verify: webVerify,
      sha256,
    });
    expect(verdict).toMatchObject({ state: 'incomplete', lost: 2 + 2, findings: [] });
    expect(verdict.restores).toHaveLength(2);
  });
});

describe("a verifier who has one of the key's lines", () => {
  const verdictWith = (
    names: readonly string[],
    { log = after, published = before.checkpoints }: { log?: Log; published?: readonly Checkpoint[] } = {},
  ) =>
    verifyLog({
      items: withPublished(
        itemsOf(log),
        [...published].sort((a, b) => a.size - b.size),
      ),
      keys: names.map((name) => ({ name, publicKey: key.publicKey })),
      verify: webVerify,
      sha256,
    });

  test.each([
    ['the one from before the restore', ORIGIN],
    ['the one from after it', SECOND],
  ])('%s, finds the log incomplete and not changed', async (_which, name) => {
    expect(await verdictWith([name])).toMatchObject({
      state: 'incomplete',
      restores: [{ published: PUBLISHED, here: HERE }],
      lost: (PUBLISHED - HERE) / EVERY,
      findings: [],
    });
  });

  test('finds changed a log that another name signs from the beginning', async () => {
    const rewritten = await sign(eventsAfter(null), () => SECOND);
    expect(await verdictWith([ORIGIN], { log: rewritten, published: [] })).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'signature', ix: 0 }],
    });
  });

  test('finds changed a log that takes another name and names no restore', async () => {
    const renamed = await sign(eventsAfter(null));
    expect(await verdictWith([ORIGIN], { log: renamed, published: [] })).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'checkpoint', ix: HERE }],
    });
  });

  test('cannot judge a part under a name that only the log before it explains', async () => {
    const part = partOf(after, HERE + 3, END);
    const verdict = await verifyLog({
      start: part.start,
      items: itemsOf(part),
      keys: [{ name: ORIGIN, publicKey: key.publicKey }],
      verify: webVerify,
      sha256,
    });
    expect(verdict).toMatchObject({ state: 'incomplete', unnamed: SECOND, findings: [] });
  });
});

describe('published checkpoints of another log', () => {
  const OTHER = 'log.example/other';
  const verdictWith = (published: readonly Checkpoint[], log: Log = before) =>
    verifyLog({
      items: withPublished(
        itemsOf(log),
        [...published].sort((a, b) => a.size - b.size),
      ),
      keys: [{ name: ORIGIN, publicKey: key.publicKey }],
      verify: webVerify,
      sha256,
    });

  test('beside those that agree are named, and are no change', async () => {
    const strays = [await elsewhere(3, OTHER), await elsewhere(PUBLISHED + 400, OTHER)];
    expect(await verdictWith([...before.checkpoints, ...strays])).toMatchObject({
      state: 'incomplete',
      strays: [{ name: OTHER, count: 2 }],
      findings: [],
    });
  });

  test('are a change where nothing published agrees: this log may have taken its place', async () => {
    expect(await verdictWith([await elsewhere(3, OTHER)])).toMatchObject({ state: 'tampered', strays: [] });
  });

  test('do not excuse one that bears this log’s name and another’s signature', async () => {
    const good = await elsewhere(PUBLISHED - EVERY, OTHER);
    const forged = { ...good, note: good.note.replaceAll(OTHER, ORIGIN) };
    expect(await verdictWith([...before.checkpoints, forged])).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'signature' }],
    });
  });
});

describe('a part of a log that was set back', () => {
  const partVerdict = (from: number, published: readonly Checkpoint[]) => {
    const part = partOf(after, from, END);
    return verifyLog({
      start: part.start,
      items: withPublished(itemsOf(part), published, from),
      keys: [ORIGIN, SECOND].map((name) => ({ name, publicKey: key.publicKey })),
      verify: webVerify,
      sha256,
    });
  };

  test('that holds the event explains the loss as the whole log does', async () => {
    expect(await partVerdict(HERE, before.checkpoints)).toMatchObject({
      state: 'incomplete',
      lost: 2,
      outside: { before: 3, otherName: 0 },
      findings: [],
    });
  });

  test('that begins after it neither accepts nor rejects checkpoints under the old name', async () => {
    expect(await partVerdict(HERE + 3, before.checkpoints)).toMatchObject({
      state: 'incomplete',
      lost: 0,
      restores: [],
      outside: { before: 4, otherName: 2 },
      findings: [],
    });
  });

  test('rejects a differing checkpoint under its own name', async () => {
    expect(await partVerdict(HERE + 3, [await elsewhere(PUBLISHED, SECOND)])).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'published-root' }],
    });
  });
});

describe('a log that was set back', () => {
  test.each<[string, () => Promise<Log>]>([
    ['says nothing', () => sign(eventsAfter(null))],
    ['says so where nothing is signed', async () => unsigned(await sign(eventsAfter()))],
    ['says so under the old name', () => sign(eventsAfter(), () => ORIGIN)],
    [
      'names another shard than the one that was signed',
      () =>
        sign(eventsAfter(restored(HERE + 1, { published: PUBLISHED, here: HERE, origin: 'log.example/x' }))),
    ],
    [
      'names a place that comes after the event itself',
      () => sign(eventsAfter(restored(HERE + 1, { published: PUBLISHED, here: HERE + 2, origin: ORIGIN }))),
    ],
    ['has that text forged without its leaf', async () => forged(await sign(eventsAfter(null)))],
  ])('and %s was changed', async (_, made) => {
    expect((await verdictOn(await made())).state).toBe('tampered');
  });

  test('and goes on signing under the old name was changed', async () => {
    const mixed = await sign(eventsAfter(), (size) => (size > HERE && size !== 32 ? SECOND : ORIGIN));
    expect(await verdictOn(mixed)).toMatchObject({
      state: 'tampered',
      findings: [{ what: 'checkpoint', to: 32 }],
    });
  });

  /** The log with signatures up to the size it was set back to, and none after. */
  const unsigned = (log: Log): Log => ({
    ...log,
    checkpoints: log.checkpoints.filter(({ size }) => size <= HERE),
  });
  const forged = (log: Log): Log => ({
    ...log,
    events: log.events.map((event) =>
      event.ix === HERE + 1 ? { ...event, body: restored(HERE + 1).body } : event,
    ),
  });
});
