/**
 * What an attacker writes into the database before it is sealed, and a server without these checks would seal and sign:
 * events without a right MAC, times that the signatures do not allow, accounts of prunings, changed texts beside events.
 */
import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import { withMac } from '#domain/audit/event-mac.ts';
import { indexDigest } from '#domain/audit/pruning.ts';
import { type FindingCode, type Verdict, verifyLog } from '#domain/audit/verify-log.ts';
import { newKeyRing } from '#server/vault/key-ring.ts';
import { nodeVault } from '#server/vault/vault-node.ts';
import {
  type Event,
  eventOf,
  instantOf,
  itemsOf,
  keyFrom,
  type Log,
  ORIGIN,
  sha256,
  signedLog,
} from '#tests/cases/signed-log.ts';
import { authenticated, macOf } from '../record/event-mac.ts';
import type { LogKey } from '../seal/sign.ts';
import { webVerify } from '../seal/web-verify.ts';

const EVENTS = 30;
const EVERY = 6;
/** In events, of which there is one a minute. */
const DAY = 1_440;
/** Events of the version before, which have no MAC. */
const FORMER = 12;
const SUBJECT = '01a20000-0000-7000-9000-000000000001';

const vault = nodeVault(newKeyRing((length) => randomBytes(length)));
const mac = (told: object) => authenticated(vault, JSON.stringify(told));
const idOf = (ix: number) => `01a20000-0000-7000-8000-${String(ix).padStart(12, '0')}`;
const told = (ix: number, more: object = {}) => ({
  v: 2,
  id: idOf(ix),
  at: instantOf(ix),
  code: 'SY001',
  outcome: 'success',
  ...more,
});
const reasonOf = (ix: number) => `hash-of-${ix}`;
const withReason = (ix: number): Event => ({
  ...eventOf(ix, mac(told(ix, { detail: { subject: SUBJECT, hash: reasonOf(ix) } }))),
  detail: { hash: reasonOf(ix) },
});
const former = (ix: number): Event => eventOf(ix, { ...told(ix), v: 1, detail: true });

let key: LogKey;
let honest: Log;

const signed = (events: readonly Event[], timeAt = instantOf) =>
  signedLog(events, { by: key, every: EVERY, timeAt });
const verdictOn = (log: Log, withKey = true): Promise<Verdict> =>
  verifyLog({
    items: itemsOf(log),
    keys: [{ name: ORIGIN, publicKey: key.publicKey }],
    verify: webVerify,
    sha256,
    ...(withKey ? { macOf: (text: string) => macOf(vault, text) } : {}),
  });
const changed = (at: number, made: Event) =>
  signed(honest.events.map((event) => (event.ix === at ? made : event)));

beforeAll(async () => {
  key = await keyFrom(1);
  honest = await signed(
    Array.from({ length: EVENTS }, (_, ix) => (ix < FORMER ? former(ix) : withReason(ix))),
  );
});

describe('a log that the version before began', () => {
  test('verifies, with the key file and without', async () => {
    expect(await verdictOn(honest)).toMatchObject({ state: 'verified', macs: 'checked', findings: [] });
    expect(await verdictOn(honest, false)).toMatchObject({ state: 'verified', macs: 'unchecked' });
  });

  test('verifies where nothing else follows', async () => {
    const only = await signed(honest.events.slice(0, FORMER));
    expect(await verdictOn(only)).toMatchObject({ state: 'verified', macs: 'none', findings: [] });
  });
});

type Attack = {
  /** @param more another way to do it */
  forge: (at: number, more: boolean) => Promise<Log> | Log;
  what: FindingCode;
  /** Found without the key file too. */
  keyless?: true;
};

const beside = (at: number, detail: NonNullable<Event['detail']>): Log => ({
  ...honest,
  events: honest.events.map((event) => (event.ix === at ? { ...event, detail } : event)),
});
/** The text at `at` is gone, under an account at the end of the log. */
const pruned = (at: number, account: (data: object) => Event): Promise<Log> => {
  const digest = indexDigest();
  digest.add(at);
  const data = { class: 'system', count: 1, digest: digest.hex(), complete: true, kinds: 1 };
  const made = account(data);
  return signed([
    ...honest.events.map((event) =>
      event.ix === at ? { ...event, body: null, detail: 'gone' as const, prunedBy: 'p' } : event,
    ),
    made,
  ]);
};
const accountOf = (data: object, at: string) => ({ ...told(EVENTS), id: 'p', at, code: 'LG003', data });
const FUTURE = '2030-01-01T00:00:00.000Z';
const years = (at: string, n: number) => at.replace(/^\d{4}/, (year) => String(Number(year) - n));

const ATTACKS: Readonly<Record<string, Attack>> = {
  'an event without a MAC': {
    forge: (at) => changed(at, eventOf(at, told(at))),
    what: 'foreign',
    keyless: true,
  },
  'an event that says it is older': {
    forge: (at) => changed(at, eventOf(at, { ...told(at), v: 1 })),
    what: 'foreign',
    keyless: true,
  },
  'an event with a MAC of chance, or of another event': {
    forge: (at, more) => {
      const other = mac(told(at)).slice(-24, -2);
      return changed(
        at,
        eventOf(at, withMac(JSON.stringify(told(at, { outcome: 'denied' })), more ? other : 'A'.repeat(22))),
      );
    },
    what: 'foreign',
  },
  'a time after the signature, or a day before the one before': {
    forge: (at, more) =>
      changed(at, eventOf(at, mac(told(at, { at: more ? instantOf(at + 60) : years(instantOf(at), 1) })))),
    what: 'time',
    keyless: true,
  },
  'a text beside an event overwritten': {
    forge: (at, more) => beside(at, more ? { hash: reasonOf(at + 1) } : 'unreadable'),
    what: 'detail',
    keyless: true,
  },
  'a text beside an event removed': { forge: (at) => beside(at, 'gone'), what: 'detail', keyless: true },
  'a text pruned by an account from 2030': {
    forge: (at, more) =>
      pruned(at, (data) => {
        const account = accountOf({ ...data, before: years(FUTURE, 1) }, FUTURE);
        return eventOf(EVENTS, more ? mac(account) : JSON.stringify(account));
      }),
    what: 'pruned-unlawfully',
    keyless: true,
  },
  'a text pruned by an account that is lawful by its own words': {
    forge: (at) =>
      pruned(at, (data) => {
        const now = instantOf(EVENTS);
        return eventOf(EVENTS, mac(accountOf({ ...data, before: years(now, 1) }, now)));
      }),
    what: 'pruned-unlawfully',
    keyless: true,
  },
};

const RUNS = 50;
/** After the first checkpoint of the new version. */
const places = fc.integer({ min: FORMER + EVERY, max: EVENTS - 1 });

test.each(Object.entries(ATTACKS))(
  `%s is named at its place ${RUNS} times of ${RUNS}`,
  async (_, { forge, what, keyless = false }) => {
    await fc.assert(
      fc.asyncProperty(places, fc.boolean(), async (at, more) => {
        const log = await forge(at, more);
        for (const withKey of keyless ? [true, false] : [true]) {
          const { state, findings } = await verdictOn(log, withKey);
          expect(state).toBe('tampered');
          expect(findings).toContainEqual(expect.objectContaining({ what, ix: at }));
        }
      }),
      { numRuns: RUNS, seed: 7 },
    );
  },
);

describe('a log whose sealing stood still for days', () => {
  const stoodFrom = FORMER + EVERY;
  const caughtUp = instantOf(EVENTS + 5 * DAY);
  /** Every step of the backlog is signed at the same time. */
  const stalled = (events: readonly Event[], timeAt = (_size: number) => caughtUp) =>
    signed(events, (size) => (size <= stoodFrom ? instantOf(size) : timeAt(size)));

  test.each([true, false])('verifies (with the key file: %s)', async (withKey) => {
    expect(await verdictOn(await stalled(honest.events), withKey)).toMatchObject({
      state: 'verified',
      findings: [],
    });
  });

  test('verifies when a text of the backlog was pruned as soon as its retention ended', async () => {
    const at = EVENTS - 1;
    const before = instantOf(EVENTS);
    const now = years(before, -1);
    const { events } = await pruned(at, (data) => eventOf(EVENTS, mac(accountOf({ ...data, before }, now))));
    const log = await stalled(events, (size) => (size > EVENTS ? now : caughtUp));
    expect(await verdictOn(log)).toMatchObject({ state: 'verified', pruned: 1, findings: [] });
  });

  test('names an event that was dated back a day before those sealed earlier', async () => {
    const at = EVENTS - 1;
    const forged = eventOf(at, mac(told(at, { at: instantOf(stoodFrom - DAY - 1) })));
    const log = await stalled(honest.events.map((event) => (event.ix === at ? forged : event)));
    for (const withKey of [true, false])
      expect(await verdictOn(log, withKey)).toMatchObject({
        state: 'tampered',
        findings: [{ what: 'time', ix: at }],
      });
  });
});

test('a person whose data were destroyed leaves texts that may be missing', async () => {
  const event = eventOf(
    EVENTS,
    mac(told(EVENTS, { code: 'PD020', object: { type: 'subject', id: SUBJECT } })),
  );
  const log = await signed([
    ...honest.events.map((one) => (one.detail ? { ...one, detail: 'gone' as const } : one)),
    { ...event, detail: 'gone' },
  ]);
  expect(await verdictOn(log)).toMatchObject({ state: 'verified', findings: [] });
});
