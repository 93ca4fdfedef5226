/**
 * Which requests have changed since the list was fetched. It holds ids only: rows stay in place, and the user decides
 * when to fetch the list again.
 */

export type LiveChange = { id: string; change: 'new' | 'changed' | 'letter' };
export type LiveChanges = {
  newIds: ReadonlySet<string>;
  /** Includes those in `letterIds`. */
  changedIds: ReadonlySet<string>;
  /** Of which only a letter's delivery state changed; the request's page follows it without a new opening. */
  letterIds: ReadonlySet<string>;
  /** The stream was interrupted, so changes may have been missed. */
  missed: boolean;
};

type Heard = {
  newIds: ReadonlySet<string>;
  changed: ReadonlySet<string>;
  letters: ReadonlySet<string>;
  missed: boolean;
};

const NOTHING: Heard = { newIds: new Set(), changed: new Set(), letters: new Set(), missed: false };

/** The stream echoes the tab's own change once; after this time the echo is no longer expected, ms. */
const ECHO_MS = 3_000;

export type LiveStore = {
  read: () => LiveChanges;
  subscribe: (listener: () => void) => () => void;
  tell: (changes: readonly LiveChange[]) => void;
  tellMissed: () => void;
  /** This tab changed the request itself and has the result. */
  settleOwn: (id: string) => void;
  /** The request has been fetched again since its change was reported. */
  seen: (id: string) => void;
  /** The page shows the present state of the request's letters. */
  letterSeen: (id: string) => void;
  clear: () => void;
};

/** @param elapsed milliseconds since any fixed moment */
export function createLiveStore(elapsed: () => number = () => performance.now()): LiveStore {
  let heard = NOTHING;
  let shown = shownOf(heard);
  /** The tab's own changes whose echo is expected, with the time they were made. */
  const echoes = new Map<string, number>();
  const listeners = new Set<() => void>();
  const set = (next: Partial<Heard>) => {
    heard = { ...heard, ...next };
    shown = shownOf(heard);
    for (const listener of listeners) listener();
  };
  const settle = (id: string) =>
    set({ newIds: without(heard.newIds, id), changed: without(heard.changed, id) });
  const isNews = (id: string) => heard.newIds.has(id) || heard.changed.has(id);
  /** True only once for each own change, because a second change right after it is news. */
  const isEcho = ({ id, change }: LiveChange) => {
    // Sending is no change of this tab's: it tells how the tab's own letter fares.
    if (change === 'letter') return false;
    const made = echoes.get(id) ?? Number.NEGATIVE_INFINITY;
    echoes.delete(id);
    return elapsed() - made < ECHO_MS;
  };

  return {
    read: () => shown,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(changes) {
      const others = changes.filter((change) => !isEcho(change));
      if (others.length === 0) return;
      const [newIds, changed, letters] = [
        new Set(heard.newIds),
        new Set(heard.changed),
        new Set(heard.letters),
      ];
      for (const { id, change } of others) {
        if (change === 'new') newIds.add(id);
        else if (change === 'letter') letters.add(id);
        else if (!newIds.has(id)) changed.add(id);
      }
      set({ newIds, changed, letters });
    },
    tellMissed: () => set({ missed: true }),
    settleOwn(id) {
      // The echo may have arrived before the answer; then none is expected any more. News of the letter stays.
      if (isNews(id)) settle(id);
      else echoes.set(id, elapsed());
    },
    seen(id) {
      if (!isNews(id) && !heard.letters.has(id)) return;
      settle(id);
      set({ letters: without(heard.letters, id) });
    },
    letterSeen: (id) => set({ letters: without(heard.letters, id) }),
    clear() {
      echoes.clear();
      if (heard !== NOTHING) set(NOTHING);
    },
  };
}

function shownOf({ newIds, changed, letters, missed }: Heard): LiveChanges {
  const letterIds = new Set([...letters].filter((id) => !newIds.has(id) && !changed.has(id)));
  return { newIds, changedIds: new Set([...changed, ...letterIds]), letterIds, missed };
}

function without(ids: ReadonlySet<string>, id: string): ReadonlySet<string> {
  return new Set([...ids].filter((each) => each !== id));
}

/** The store of this tab, filled by app/live-stream.ts. */
export const liveStore = createLiveStore();
