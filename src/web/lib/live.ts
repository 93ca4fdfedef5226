/**
 * Which requests have changed since the list was fetched. It holds ids only: rows stay in place, and the user decides
 * when to fetch the list again.
 */

export type LiveChange = { id: string; change: 'new' | 'changed' };
export type LiveChanges = {
  newIds: ReadonlySet<string>;
  changedIds: ReadonlySet<string>;
  /** The stream was interrupted, so changes may have been missed. */
  missed: boolean;
};

const NOTHING: LiveChanges = { newIds: new Set(), changedIds: new Set(), missed: false };

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
  clear: () => void;
};

/** @param elapsed milliseconds since any fixed moment */
export function createLiveStore(elapsed: () => number = () => performance.now()): LiveStore {
  let state = NOTHING;
  /** The tab's own changes whose echo is expected, with the time they were made. */
  const echoes = new Map<string, number>();
  const listeners = new Set<() => void>();
  const set = (next: LiveChanges) => {
    state = next;
    for (const listener of listeners) listener();
  };
  const seen = (id: string) => {
    if (!state.newIds.has(id) && !state.changedIds.has(id)) return;
    const without = (ids: ReadonlySet<string>) => new Set([...ids].filter((each) => each !== id));
    set({ ...state, newIds: without(state.newIds), changedIds: without(state.changedIds) });
  };
  /** True only once for each own change, because a second change right after it (a sent letter) is news. */
  const isEcho = (id: string) => {
    const made = echoes.get(id) ?? Number.NEGATIVE_INFINITY;
    echoes.delete(id);
    return elapsed() - made < ECHO_MS;
  };

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    tell(changes) {
      const others = changes.filter(({ id }) => !isEcho(id));
      if (others.length === 0) return;
      const newIds = new Set(state.newIds);
      const changedIds = new Set(state.changedIds);
      for (const { id, change } of others) {
        if (change === 'new') newIds.add(id);
        else if (!newIds.has(id)) changedIds.add(id);
      }
      set({ ...state, newIds, changedIds });
    },
    tellMissed: () => set({ ...state, missed: true }),
    settleOwn(id) {
      // The echo may have arrived before the answer; then none is expected any more.
      if (state.changedIds.has(id) || state.newIds.has(id)) seen(id);
      else echoes.set(id, elapsed());
    },
    seen,
    clear() {
      echoes.clear();
      if (state !== NOTHING) set(NOTHING);
    },
  };
}

/** The store of this tab, filled by app/live-stream.ts. */
export const liveStore = createLiveStore();
