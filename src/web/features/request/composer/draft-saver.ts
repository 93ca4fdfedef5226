/**
 * Saves a draft to the server: one second after the last key and at least every two seconds, one save at a time, with
 * retries while there is no connection. It is independent of components, so that unmounting one cannot lose the text.
 */

type DraftText = { text: string; subjectLine: string };

export type DraftState = DraftText & {
  /** `unread`: the server's draft has not been read yet, so typing is disabled, else it would overwrite that draft. */
  status: 'unread' | 'saved' | 'typed' | 'saving' | 'waiting' | 'refused';
  savedAt: string | null;
  /** The error of the last read or save. */
  fault: unknown;
};

export type DraftPorts = {
  read: () => Promise<DraftText & { savedAt: string | null }>;
  /** `last`: the page is being unloaded, so the call must outlive it. */
  save: (draft: DraftText, last: boolean) => Promise<{ savedAt: string | null }>;
  /** Whether a retry may succeed: no connection, an expired session, an overloaded server. */
  passes: (fault: unknown) => boolean;
};

export type DraftSaver = {
  read: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  load: () => Promise<void>;
  type: (patch: Partial<DraftText>) => void;
  /** Saves unsaved text now. */
  flush: (last?: boolean) => Promise<void>;
  /** Cancels the next save and waits for the current one, so that no save restores the draft after sending. */
  settle: () => Promise<void>;
  /** Resets the draft after it was sent; the server has deleted its copy. */
  done: () => void;
};

const QUIET_MS = 1_000;
/** Below the promised 2 s, to leave time for the call itself. */
const LONGEST_MS = 1_900;
const AGAIN_MS = 5_000;

export function createDraftSaver(ports: DraftPorts, held: boolean): DraftSaver {
  let state: DraftState = {
    text: '',
    subjectLine: '',
    status: held ? 'unread' : 'saved',
    savedAt: null,
    fault: null,
  };
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  let saving: Promise<void> | null = null;

  const set = (patch: Partial<DraftState>) => {
    state = { ...state, ...patch };
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    timer = setTimeout(() => void save(false), ms);
  };

  async function save(last: boolean): Promise<void> {
    clearTimeout(timer);
    if (saving) {
      await saving;
      if (state.status === 'typed') await save(last);
      return;
    }
    const { text, subjectLine } = state;
    set({ status: 'saving', fault: null });
    saving = attempt({ text, subjectLine }, last);
    await saving;
    saving = null;
    if (state.status === 'typed') later(QUIET_MS);
  }

  async function attempt(draft: DraftText, last: boolean): Promise<void> {
    try {
      const { savedAt } = await ports.save(draft, last);
      const same = state.text === draft.text && state.subjectLine === draft.subjectLine;
      unsavedSince = same ? null : performance.now();
      set({ savedAt, status: same ? 'saved' : 'typed' });
    } catch (fault) {
      const waits = ports.passes(fault);
      set({ fault, status: waits ? 'waiting' : 'refused' });
      if (waits) later(AGAIN_MS);
    }
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    async load() {
      if (state.status !== 'unread') return;
      try {
        const { text, subjectLine, savedAt } = await ports.read();
        set({ text, subjectLine, savedAt, status: 'saved', fault: null });
      } catch (fault) {
        set({ fault });
      }
    },
    type(patch) {
      if (state.status === 'unread') return;
      const now = performance.now();
      unsavedSince ??= now;
      set({ ...patch, status: 'typed' });
      // A save in flight detects the change when it ends.
      if (!saving) later(Math.max(0, Math.min(QUIET_MS, unsavedSince + LONGEST_MS - now)));
    },
    async flush(last = false) {
      if (state.status === 'typed' || state.status === 'waiting' || state.status === 'refused')
        await save(last);
    },
    async settle() {
      clearTimeout(timer);
      await saving;
      clearTimeout(timer);
    },
    done() {
      clearTimeout(timer);
      unsavedSince = null;
      set({ text: '', subjectLine: '', status: 'saved', savedAt: null, fault: null });
    },
  };
}

/** Whether closing the page now would lose text. */
export function isUnsaved({ status }: Pick<DraftState, 'status'>): boolean {
  return status !== 'saved' && status !== 'unread';
}
