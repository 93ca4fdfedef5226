/**
 * One event stream for all tabs of a browser, because a browser opens no more than six connections to an origin. The
 * tab that holds the lock listens and forwards each event; when it closes, the next tab takes the lock.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { streamEvents } from '#contract/session.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { type DraftNews, draftNews } from '#web/lib/draft-news.ts';
import { type LiveChange, type LiveStore, liveStore } from '#web/lib/live.ts';
import { refreshSession } from './refresh-session.ts';

const NAME = 'otinish-live';
const FIRST_WAIT_MS = 2_000;
const LONGEST_WAIT_MS = 60_000;

type News =
  | { changes: readonly LiveChange[]; drafts: readonly DraftNews[] }
  | { missed: true }
  /** The session of the stream has ended. */
  | { over: true };
type Sharing = {
  store: LiveStore;
  /** Called after the stream broke; rejects when the server does not answer. */
  whenCut: () => Promise<void>;
  /** Called in each tab when the session of the stream has ended; rejects when the server does not answer. */
  whenOver: () => Promise<void>;
};

/** Keeps the event stream open while a user is signed in. */
export function useLiveStream(): void {
  const client = useQueryClient();
  useEffect(
    () =>
      shareLiveStream({
        store: liveStore,
        // Also reports a new version, because the server may have been down for an upgrade.
        whenCut: () => refreshSession(client),
        // Asked first, because another tab may have signed in anew and ended the former session by that.
        whenOver: () => refreshSession(client).catch(() => sessionLoss.tell()),
      }),
    [client],
  );
}

/** Returns a function that ends the sharing. */
function shareLiveStream({ store, whenCut, whenOver }: Sharing): () => void {
  const ended = new AbortController();
  const channel = new BroadcastChannel(NAME);
  const take = (news: News) => {
    if ('over' in news) return void whenOver();
    if ('missed' in news) {
      store.tellMissed();
      return draftNews.tellMissed();
    }
    store.tell(news.changes);
    draftNews.tell(news.drafts);
  };
  const pass = (news: News) => {
    if (ended.signal.aborted) return;
    take(news);
    channel.postMessage(news);
  };
  channel.onmessage = ({ data }: MessageEvent<News>) => take(data);

  const lead = () => listen(ended.signal, pass, whenCut);
  const takeOver = async () => {
    // No tab listened between the close of the leading tab and now, so changes may have been missed.
    pass({ missed: true });
    await lead();
  };
  void navigator.locks
    .request(NAME, { ifAvailable: true }, (lock) => (lock ? lead().then(() => true) : false))
    .then(async (led) => {
      if (!led) await navigator.locks.request(NAME, { signal: ended.signal }, takeOver);
    })
    .catch(() => undefined); // aborted while waiting for the lock

  return () => {
    ended.abort();
    channel.close();
  };
}

/** Listens until `signal` aborts; after short breaks the browser itself connects again. */
async function listen(
  signal: AbortSignal,
  pass: (news: News) => void,
  whenCut: () => Promise<void>,
): Promise<void> {
  for (let wait = FIRST_WAIT_MS; !signal.aborted; ) {
    const opened = await untilRefused(signal, pass, whenCut);
    if (signal.aborted) return;
    wait = opened ? FIRST_WAIT_MS : Math.min(wait * 2, LONGEST_WAIT_MS);
    // Without a session the server would refuse the stream again and again.
    if (sessionLoss.read() !== null) return;
    await pause(wait, signal);
    await whenCut().catch(() => undefined);
    if (opened) pass({ missed: true });
  }
}

/** Resolves when the server refuses the stream or the signal aborts, with whether the stream had been open. */
function untilRefused(
  signal: AbortSignal,
  pass: (news: News) => void,
  whenCut: () => Promise<void>,
): Promise<boolean> {
  return new Promise((resolve) => {
    let opened = false;
    const source = new EventSource(streamEvents.path);
    const end = () => {
      source.close();
      signal.removeEventListener('abort', end);
      resolve(opened);
    };
    signal.addEventListener('abort', end);
    source.onopen = () => {
      // The browser has reconnected by itself after a short break.
      if (opened) void whenCut().catch(() => undefined);
      opened = true;
    };
    source.onmessage = ({ data }) => pass(newsIn(data));
    source.addEventListener('over', () => {
      pass({ over: true });
      end();
    });
    source.addEventListener('resync', () => {
      pass({ missed: true });
      // What was missed may be a change of the calendar, which the session holds.
      void whenCut().catch(() => undefined);
    });
    source.onerror = () => {
      // CONNECTING means that the browser is about to reconnect; CLOSED that the server refused.
      if (source.readyState === EventSource.CLOSED) end();
    };
  });
}

/** An event that cannot be read, for instance of a newer server, may be about anything on the screen. */
function newsIn(data: string): News {
  try {
    const { requests, drafts } = streamEvents.response.parse(JSON.parse(data));
    return { changes: requests, drafts };
  } catch {
    return { missed: true };
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      clearTimeout(timer);
      resolve();
    };
    const timer = setTimeout(done, ms);
    signal.addEventListener('abort', done, { once: true });
  });
}
