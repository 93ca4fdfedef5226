/** Random changes by an attacker with every right on the database but without the signing key; all must be detected. */
import { hash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { checkpointText } from '#domain/audit/checkpoint.ts';
import { growTree, leafHash } from '#domain/audit/merkle.ts';
import { signNote } from '#domain/audit/note.ts';
import { withPublished } from '#domain/audit/published.ts';
import {
  type FindingCode,
  type LogItem,
  type Mention,
  type Verdict,
  verifyLog,
} from '#domain/audit/verify-log.ts';
import { logKeyOf } from '#server/audit/seal/log-key.ts';
import { newKeyRing } from '#server/vault/key-ring.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import { eventRow } from '../record/record.ts';
import type { LogKey } from '../seal/sign.ts';
import { webVerify } from '../seal/web-verify.ts';

const ORIGIN = 'log.example/tampering';
const EVENTS = 48;
const EVERY = 6;
const SEEN = [1, 2, 3].map((n) => `01a20000-0000-7000-9000-00000000000${n}`);
const OFFICER = '01a20000-0000-7000-a000-000000000001';

type Event = Extract<LogItem, { kind: 'event' }>;
type Checkpoint = Extract<LogItem, { kind: 'checkpoint' }>;
/** A log in memory: events in order, and signed checkpoints by size. */
type Log = { events: Event[]; checkpoints: Checkpoint[] };

const sha256 = (bytes: Uint8Array) => hash('sha256', bytes, 'buffer');
const utf8 = new TextEncoder();
const keyFrom = (fill: number) => logKeyOf({ signingSeed: () => new Uint8Array(32).fill(fill) });
const around = {
  caller: {
    kind: 'person',
    id: OFFICER,
    name: 'Ойдан Шығарылған',
    roles: ['privacy_officer'],
    session: { mark: 'abcd0123', authenticated: 'password' },
  } as const,
  requestId: 'r',
  method: 'GET',
  route: '/api/requests',
  at: Temporal.Instant.from('2026-11-10T10:00:00Z'),
  newId: () => '',
  vault: nodeVault(newKeyRing((length) => randomBytes(length))),
};

let key: LogKey;
let stranger: LogKey;
let honest: Log;

beforeAll(async () => {
  key = await keyFrom(1);
  stranger = await keyFrom(2);
  honest = await signed(
    Array.from({ length: EVENTS }, (_, ix) => eventAt(ix, `object-${ix}`)),
    key,
  );
});

function eventAt(ix: number, object: string): Event {
  const id = `01a20000-0000-7000-8000-${String(ix).padStart(12, '0')}`;
  const { event: row } = eventRow(
    id,
    { event: 'request.listed', object: { type: 'request', id: object }, targets: SEEN },
    around,
  );
  const { object_type: objectType, object_ref: objectRef, at, actor, code, outcome, purpose } = row;
  const body = formerly(row.body, 1 + Math.floor((ix / EVENTS) * 3));
  const columns = { id, at, actor, code, outcome, objectType, objectRef, purpose };
  const mentions = [{ actor, at, listed: SEEN }];
  return { kind: 'event', ix, body, leaf: leafHash(utf8.encode(body), sha256), columns, mentions };
}

/** The list's body as the release of that version wrote it: three releases in turn have written the log. */
function formerly(body: string, version: number): string {
  if (version > 2) return body;
  const { ids: _, mac, ...told } = JSON.parse(body);
  const short = SEEN.map((id) => Buffer.from(id.replaceAll('-', ''), 'hex').toString('base64url')).join('');
  return JSON.stringify(
    version === 1 ? { ...told, v: 1, targets: SEEN } : { ...told, v: 2, targets: short, mac },
  );
}

async function signed(events: Event[], by: LogKey, keep: readonly Checkpoint[] = []): Promise<Log> {
  const tree = growTree(0, [], sha256);
  const checkpoints: Checkpoint[] = [];
  for (const { leaf } of events) {
    tree.append(leaf);
    const { size } = tree;
    if (size % EVERY !== 0 && size !== events.length) continue;
    const kept = keep.find((one) => one.size === size);
    checkpoints.push(
      kept ?? { kind: 'checkpoint', size, note: await noteOf(size, tree.root(), by), published: false },
    );
  }
  return { events, checkpoints };
}

const noteOf = (size: number, root: Uint8Array, by: LogKey) =>
  signNote(checkpointText({ origin: ORIGIN, size, root, extensions: [] }), ORIGIN, by.publicKey, by.sign);

async function* itemsOf({ events, checkpoints }: Log): AsyncGenerator<LogItem> {
  const left = [...checkpoints];
  for (const event of events) {
    yield event;
    while ((left[0]?.size ?? Number.POSITIVE_INFINITY) <= event.ix + 1) yield left.shift() as Checkpoint;
  }
  yield* left;
}

/** Verifies against the checkpoints that were published before the change. */
const verdictOn = (log: Log, published: readonly Checkpoint[] = honest.checkpoints): Promise<Verdict> =>
  verifyLog({
    items: withPublished(itemsOf(log), published),
    keys: [{ name: ORIGIN, publicKey: key.publicKey }],
    verify: webVerify,
    sha256,
  });

/**
 * A change, and the first index it touched. `redo`: the attacker also recomputes leaves and indexes so that they agree
 * again.
 */
type Attack = (
  log: Log,
  at: number,
  redo: boolean,
) => Promise<{ log: Log; first: number; what?: FindingCode }>;

/** The log with other projected rows for the list view at `at`. */
const withMentions = ({ events, checkpoints }: Log, at: number, mentions: readonly Mention[]) => ({
  log: { events: events.map((event, ix) => (ix === at ? { ...event, mentions } : event)), checkpoints },
  first: at,
  what: 'mentions' as const,
});
const mentionOf = ({ events }: Log, at: number): Mention =>
  events[at]?.mentions?.[0] ?? { actor: null, at: '', listed: [] };

const places = (events: readonly Event[]): Event[] => events.map((event, ix) => ({ ...event, ix }));

const ATTACKS: Readonly<Record<string, Attack>> = {
  update: async ({ events, checkpoints }, at, redo) => {
    const changed = events.map((event, ix) => {
      if (ix !== at) return event;
      const made = eventAt(ix, 'another');
      return redo ? made : { ...made, leaf: event.leaf };
    });
    return { log: { events: changed, checkpoints }, first: at };
  },
  delete: async ({ events, checkpoints }, at, redo) => {
    const rest = events.filter((_, ix) => ix !== at);
    return { log: { events: redo ? places(rest) : rest, checkpoints }, first: at };
  },
  insert: async ({ events, checkpoints }, at, redo) => {
    const more = [...events.slice(0, at), eventAt(at, 'slipped in'), ...events.slice(at)];
    return { log: { events: redo ? places(more) : more, checkpoints }, first: at };
  },
  swap: async ({ events, checkpoints }, at, redo) => {
    const other = at === EVENTS - 1 ? 0 : at + 1;
    const swapped = [...events];
    [swapped[at], swapped[other]] = [events[other] as Event, events[at] as Event];
    return { log: { events: redo ? places(swapped) : swapped, checkpoints }, first: Math.min(at, other) };
  },
  'forged column': async ({ events, checkpoints }, at, redo) => {
    const forged = events.map((event, ix) =>
      ix === at && event.columns
        ? { ...event, columns: { ...event.columns, ...(redo ? { actor: 'x' } : { objectRef: 'x' }) } }
        : event,
    );
    return { log: { events: forged, checkpoints }, first: at };
  },
  'forged projection': async (log, at, redo) => {
    const listed = redo ? [...SEEN, '01a20000-0000-7000-9000-000000000004'] : SEEN.slice(1);
    return withMentions(log, at, [{ ...mentionOf(log, at), listed }]);
  },
  'a mention’s actor forged': async (log, at, redo) => {
    const mention = mentionOf(log, at);
    const forged = { ...mention, actor: redo ? '01a20000-0000-7000-a000-000000000002' : null };
    // Forges one of the mentions, or all of them.
    const rest = { ...mention, listed: SEEN.slice(1) };
    return withMentions(log, at, redo ? [{ ...forged, listed: SEEN.slice(0, 1) }, rest] : [forged]);
  },
  'a mention’s time forged': async (log, at, redo) => {
    const mention = mentionOf(log, at);
    const forged = { ...mention, at: redo ? '2026-11-10T10:00:00.001Z' : '2025-11-10T10:00:00.000Z' };
    const rest = { ...mention, listed: SEEN.slice(1) };
    return withMentions(log, at, redo ? [{ ...forged, listed: SEEN.slice(0, 1) }, rest] : [forged]);
  },
  'a mention written twice': async (log, at) => {
    const mention = mentionOf(log, at);
    return withMentions(log, at, [{ ...mention, listed: [...mention.listed, ...SEEN.slice(0, 1)] }]);
  },
  'truncated tail': async ({ events, checkpoints }, at, redo) => {
    const kept = events.slice(0, at);
    return {
      log: { events: kept, checkpoints: redo ? checkpoints.filter(({ size }) => size <= at) : checkpoints },
      first: at,
    };
  },
  'replaced checkpoint': async ({ events, checkpoints }, at, redo) => {
    const which = checkpoints[at % checkpoints.length] as Checkpoint;
    const other = checkpoints[(at + 1) % checkpoints.length] as Checkpoint;
    const note = redo ? other.note : which.note.replace(/\n[A-Za-z0-9+/]{43}=\n/, `\n${'A'.repeat(43)}=\n`);
    return {
      log: { events, checkpoints: checkpoints.map((one) => (one === which ? { ...one, note } : one)) },
      first: 0,
    };
  },
  're-signed with another key': async ({ events }, at, redo) => {
    const changed = events.map((event, ix) => (ix === at ? eventAt(ix, 'another') : event));
    const keep = redo ? honest.checkpoints.filter(({ size }) => size <= at) : [];
    return { log: await signed(changed, stranger, keep), first: redo ? at : 0 };
  },
  'an older state put back and gone on with': async ({ events }, at, redo) => {
    const kept = events.slice(0, at);
    const on = redo
      ? [...kept, ...Array.from({ length: EVENTS - at }, (_, n) => eventAt(at + n, `again-${n}`))]
      : kept;
    const keep = honest.checkpoints.filter(({ size }) => size <= at);
    return { log: await signed(on, stranger, keep), first: at };
  },
};

test('the honest log verifies to its end', async () => {
  expect(await verdictOn(honest)).toMatchObject({ state: 'verified', size: EVENTS, findings: [] });
});

const RUNS = 100;

test.each(Object.entries(ATTACKS))(
  `%s is noticed ${RUNS} times of ${RUNS}, at the first place or the checkpoint that holds it`,
  async (_, attack) => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: EVENTS - 1 }), fc.boolean(), async (at, redo) => {
        const { log, first, what } = await attack(honest, at, redo);
        const found = await verdictOn(log);
        expect(found.state).toBe('tampered');
        const [named] = found.findings;
        if (what) expect(named).toEqual({ what, ix: first });
        // When the leaves agree again, only the span since the last matching checkpoint can be reported.
        expect(named?.ix).toBeLessThanOrEqual(Math.max(first, 0) === 0 ? EVENTS : first);
        if (named?.to !== undefined && first > 0) expect(named.to).toBeGreaterThan(first - 1);
      }),
      { numRuns: RUNS, seed: 7 },
    );
  },
);

test('a log cut at a checkpoint verifies unless published checkpoints are given', async () => {
  const cut = {
    events: honest.events.slice(0, 12),
    checkpoints: honest.checkpoints.filter(({ size }) => size <= 12),
  };
  expect((await verdictOn(cut, [])).state).toBe('verified');
  expect(await verdictOn(cut)).toMatchObject({
    state: 'tampered',
    findings: [{ what: 'truncated', ix: 12, to: EVENTS }],
  });
});
