/**
 * Which requests changed since the page was drawn. Ids only: rows stay where they are, and whoever reads the list
 * decides when to fetch it again.
 */

export type LiveChange = { id: string; change: 'new' | 'changed' };
export type LiveChanges = {
  newIds: ReadonlySet<string>;
  changedIds: ReadonlySet<string>;
  /** The stream broke off for a while: something may have changed that it did not tell. */
  missed: boolean;
};

const NOTHING: LiveChanges = { newIds: new Set(), changedIds: new Set(), missed: false };

/** One's own change comes back through the stream once; if it has not for so long, it will not, ms. */
const ECHO_MS = 3_000;

export type LiveStore = {
  read: () => LiveChanges;
  subscribe: (listener: () => void) => () => void;
  tell: (changes: readonly LiveChange[]) => void;
  tellMissed: () => void;
  /** This tab changed the request itself and has seen the result. */
  settleOwn: (id: string) => void;
  /** The request was fetched after what was heard of it. */
  seen: (id: string) => void;
  clear: () => void;
};

/** `elapsed` counts milliseconds from any start. */
export function createLiveStore(elapsed: () => number = () => performance.now()): LiveStore {
  let state = NOTHING;
  /** Own changes whose echo is still to come, and when they were made. */
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
  /** Only once: what follows at its heels (a letter that has left) is news. */
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
      // The stream may have been faster than the answer.
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

/** The page's own; filled by the shell's stream. */
export const liveStore = createLiveStore();
