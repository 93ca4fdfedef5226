/**
 * Fans out change notifications to the event streams (SSE) of this process. All streams share one LISTEN connection:
 * each notification is received once, the requests' tracks are read once, and each stream is sent only the requests
 * that its viewer may list.
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

/** Delay before a browser reconnects, ms (the `retry:` field of SSE). */
const RETRY_MS = 2_000;

/**
 * Server-sent events as text (WHATWG HTML, 9.2.6). They carry only ids, because a stream is neither audited nor masked.
 */
const FRAMES = {
  /** First frame of every stream; the browser sends the id back as Last-Event-ID when it reconnects. */
  open: (id: string) => `retry: ${RETRY_MS}\nid: ${id}\n\n`,
  news: (id: string, news: Live) => `id: ${id}\ndata: ${JSON.stringify(news)}\n\n`,
  /** Changes may have been missed: the browser must refetch what is on the screen. */
  resync: (id: string) => `id: ${id}\nevent: resync\ndata: {}\n\n`,
  /** Last frame of a stream whose session has ended: the browser takes the desk off the screen. */
  over: () => 'event: over\ndata: {}\n\n',
  /** A comment line, so that proxies do not close an idle connection. */
  heartbeat: () => ': \n\n',
  /** Last frame before the server shuts down. */
  close: () => `retry: ${RETRY_MS}\n\n`,
} as const;

type Subscriber = {
  sessionHash: Uint8Array;
  actor: Actor;
  /** Last-Event-ID of a browser that reconnects; null on its first connection. */
  lastEventId: string | null;
  send: (frame: string) => void;
  end: () => void;
};

export type LiveHub = {
  /**
   * Resolves once the database listener is active, so that no later change is missed. Returns the unsubscribe function.
   */
  subscribe(subscriber: Subscriber): Promise<() => void>;
  /** Number of open streams, of one session or of all. */
  size(sessionHash?: Uint8Array): number;
  /** Ends every stream and stops listening, for an orderly shutdown. */
  close(): Promise<void>;
};

type HubDeps = Pick<Deps, 'db' | 'now' | 'newId' | 'log'>;

/** Returns the hub of the database, which the first call creates: one per database, since tests open several. */
export function hubOf(deps: HubDeps): LiveHub {
  const known = hubs.get(deps.db);
  if (known) return known;
  const hub = createHub(deps);
  hubs.set(deps.db, hub);
  return hub;
}
const hubs = new WeakMap<Database, LiveHub>();

/** Interval of session checks: the streams of a disabled or signed-out person must end within a second. */
const CHECK_MS = 500;
/** In checks: one heartbeat every 15 s. */
const HEARTBEAT_EVERY = 30;
/** Failed checks in a row (a restarting database) after which all streams end, because no session can be confirmed. */
const FAILED_CHECKS = 6;

/** `left` is the track that the request was moved from; it is not sent to browsers. */
type Heard = Change & { left?: Track };
/** A draft of `person` for a request; see DraftChanges in http/serve.ts. */
type DraftNews = Omit<Live['drafts'][number], 'id'> & { person: string; request: string };

function createHub({ db, now, newId, log }: HubDeps): LiveHub {
  const subscribers = new Set<Subscriber>();
  // Event ids count from 0 in each process, so the epoch keeps an id of an earlier process from matching.
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
  /**
   * Runs steps one after another, so that streams receive changes in commit order although each step awaits a query.
   */
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
        // Viewers of the former track are notified too, so that their lists drop the request.
        return scope.tracks.includes(track) || (left !== undefined && scope.tracks.includes(left));
      });
      if (shown.length > 0)
        send(
          FRAMES.news(lastId(), { requests: shown.map(({ id, change }) => ({ id, change })), drafts: [] }),
        );
    }
  };

  /** A draft concerns its author alone: the other tabs and devices on which the same person is signed in. */
  const tellOfDrafts = (changes: readonly DraftNews[]) => {
    heard += 1;
    for (const { actor, send } of subscribers) {
      const own = changes.filter(({ person }) => person === actor.id);
      if (own.length > 0)
        send(
          FRAMES.news(lastId(), {
            requests: [],
            drafts: own.map(({ request, kind, version }) => ({ id: request, kind, version })),
          }),
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
        else {
          subscriber.send(FRAMES.over());
          subscriber.end();
        }
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
    // A check slower than the interval must not overlap with the next one.
    if (checking) return;
    checking = true;
    void check().finally(() => {
      checking = false;
    });
  };

  const hear = async (): Promise<Unlisten> => {
    const ends = await Promise.all([
      db.listen('requests', (payload) => inTurn(() => tell(changesIn(payload))), missed),
      // A changed calendar may move any request on the screen, and is itself part of what browsers hold.
      db.listen('calendar', missed, missed),
      db.listen('drafts', (payload) => inTurn(async () => tellOfDrafts(draftsIn(payload))), missed),
    ]);
    return async () => {
      for (const end of ends) await end();
    };
  };

  const leave = (subscriber: Subscriber) => {
    subscribers.delete(subscriber);
    if (subscribers.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };

  return {
    subscribe: async (subscriber) => {
      // Stays open after the last stream leaves, so that a client that reconnects learns whether it missed a change.
      ear ??= hear();
      try {
        await ear;
      } catch (error) {
        // The next subscriber tries again.
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

function draftsIn(payload: string): readonly DraftNews[] {
  return JSON.parse(payload) as readonly DraftNews[];
}

function changesIn(payload: string): readonly Heard[] {
  return JSON.parse(payload) as readonly Heard[];
}
