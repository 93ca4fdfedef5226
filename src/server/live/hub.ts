/**
 * One listener on the database for all event streams of this process: each change arrives once, its tracks are read
 * once, and each stream gets only what its viewer's list may show.
 */
import type { z } from 'zod';
import type { streamEvents } from '#contract/session.ts';
import { scopeOf } from '#domain/access/can.ts';
import type { Actor } from '#domain/access/conditions.ts';
import type { Track } from '#domain/request/types.ts';
import type { Database, Unlisten } from '#server/db/database.ts';
import type { Deps } from '#server/deps.ts';
import { sessionKey, standingSessions } from './sessions.ts';

type Live = z.output<typeof streamEvents.response>;
type Change = Live['requests'][number];

/** How long a browser waits before it comes back, ms. */
const RETRY_MS = 2_000;

/** Server-sent events as text (WHATWG HTML, 9.2.6). They carry ids of requests and nothing else. */
const FRAMES = {
  /** First on every stream; the id comes back as Last-Event-ID. */
  open: (id: string) => `retry: ${RETRY_MS}\nid: ${id}\n\n`,
  changes: (id: string, requests: readonly Change[]) =>
    `id: ${id}\ndata: ${JSON.stringify({ requests } satisfies { requests: readonly Change[] })}\n\n`,
  /** Something may have been missed: read again what is on the screen. */
  resync: (id: string) => `id: ${id}\nevent: resync\ndata: {}\n\n`,
  heartbeat: () => ': \n\n',
  /** Last before an orderly end. */
  close: () => `retry: ${RETRY_MS}\n\n`,
} as const;

type Subscriber = {
  sessionHash: Uint8Array;
  actor: Actor;
  /** What the stream heard last before it was cut, if it comes back. */
  lastEventId: string | null;
  send: (frame: string) => void;
  end: () => void;
};

export type LiveHub = {
  /** Resolves once nothing can be missed any more; the returned function lets go. */
  subscribe(subscriber: Subscriber): Promise<() => void>;
  /** Open streams, of one session or of all. */
  size(sessionHash?: Uint8Array): number;
  /** Ends every stream and stops listening: for an orderly shutdown. */
  close(): Promise<void>;
};

type HubDeps = Pick<Deps, 'db' | 'now' | 'newId' | 'log'>;

/** The hub of a database; made when first asked for. */
export function hubOf(deps: HubDeps): LiveHub {
  const known = hubs.get(deps.db);
  if (known) return known;
  const hub = createHub(deps);
  hubs.set(deps.db, hub);
  return hub;
}
const hubs = new WeakMap<Database, LiveHub>();

/** A person disabled or signed out hears nothing more within a second. */
const CHECK_MS = 500;
const HEARTBEAT_EVERY = 30;
/** So many checks in a row may fail (a restarting database) before nobody can be vouched for. */
const FAILED_CHECKS = 6;

type Heard = Change & { left?: Track };

function createHub({ db, now, newId, log }: HubDeps): LiveHub {
  const subscribers = new Set<Subscriber>();
  const epoch = newId();
  let heard = 0;
  let ticks = 0;
  let failed = 0;
  let ear: Promise<Unlisten> | undefined;
  let timer: ReturnType<typeof setInterval> | undefined;
  let work = Promise.resolve();

  const lastId = () => `${epoch}-${heard}`;
  const missed = () => {
    heard += 1;
    for (const { send } of subscribers) send(FRAMES.resync(lastId()));
  };
  /** One after another, so that changes are told in the order they were made. */
  const inTurn = (step: () => Promise<void>) => {
    work = work.then(step).catch((error: unknown) => {
      log.warn({ error: String(error) }, 'live updates fell behind');
      missed();
    });
  };

  const tell = async (changes: readonly Heard[]) => {
    heard += 1;
    if (subscribers.size === 0) return;
    const tracks = await tracksOf(db, changes);
    for (const { actor, send } of subscribers) {
      const scope = scopeOf(actor, 'request.list');
      const shown = changes.filter(({ id, left }) => {
        const track = tracks.get(id);
        if (scope === 'none' || track === undefined) return false;
        // Who could list it before must see it go.
        return scope.tracks.includes(track) || (left !== undefined && scope.tracks.includes(left));
      });
      if (shown.length > 0)
        send(
          FRAMES.changes(
            lastId(),
            shown.map(({ id, change }) => ({ id, change })),
          ),
        );
    }
  };

  const check = async () => {
    const all = [...subscribers];
    const hashes = new Map(all.map(({ sessionHash }) => [sessionKey(sessionHash), sessionHash]));
    try {
      const standing = await standingSessions(db, [...hashes.values()], now());
      failed = 0;
      for (const subscriber of all) {
        const actor = standing.get(sessionKey(subscriber.sessionHash));
        if (actor) subscriber.actor = actor;
        else subscriber.end();
      }
    } catch (error) {
      failed += 1;
      if (failed < FAILED_CHECKS) return;
      log.warn({ error: String(error) }, 'live streams ended: sessions cannot be checked');
      for (const { end } of all) end();
    }
  };

  let checking = false;
  const tick = () => {
    ticks += 1;
    if (ticks % HEARTBEAT_EVERY === 0) for (const { send } of subscribers) send(FRAMES.heartbeat());
    if (checking) return;
    checking = true;
    void check().finally(() => {
      checking = false;
    });
  };

  const leave = (subscriber: Subscriber) => {
    subscribers.delete(subscriber);
    if (subscribers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    subscribe: async (subscriber) => {
      ear ??= db.listen('requests', (payload) => inTurn(() => tell(changesIn(payload))), missed);
      try {
        await ear;
      } catch (error) {
        ear = undefined;
        throw error;
      }
      subscribers.add(subscriber);
      timer ??= setInterval(tick, CHECK_MS);
      subscriber.send(FRAMES.open(lastId()));
      if (subscriber.lastEventId !== null && subscriber.lastEventId !== lastId())
        subscriber.send(FRAMES.resync(lastId()));
      return () => leave(subscriber);
    },
    size: (sessionHash) =>
      sessionHash === undefined
        ? subscribers.size
        : [...subscribers].filter((each) => sessionKey(each.sessionHash) === sessionKey(sessionHash)).length,
    close: async () => {
      for (const { send, end } of [...subscribers]) {
        send(FRAMES.close());
        end();
      }
      clearInterval(timer);
      const unlisten = await ear?.catch(() => undefined);
      ear = undefined;
      await unlisten?.();
    },
  };
}

async function tracksOf(db: Database, changes: readonly Change[]): Promise<ReadonlyMap<string, Track>> {
  const ids = [...new Set(changes.map(({ id }) => id))];
  const rows = await db.kysely.selectFrom('request').select(['id', 'track']).where('id', 'in', ids).execute();
  return new Map(rows.map(({ id, track }) => [id, track]));
}

function changesIn(payload: string): readonly Heard[] {
  return JSON.parse(payload) as readonly Heard[];
}
