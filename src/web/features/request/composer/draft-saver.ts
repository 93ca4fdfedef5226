/**
 * An unfinished text and its way to the server: saved a second after the last key and at least every two seconds, one
 * save at a time, tried again while there is no connection. It knows no component, so that nothing on a page can lose it.
 */

type DraftText = { text: string; subjectLine: string };

export type DraftState = DraftText & {
  /** `unread`: the server may hold a text that has not come yet; nothing is typed over it. */
  status: 'unread' | 'saved' | 'typed' | 'saving' | 'waiting' | 'refused';
  savedAt: string | null;
  /** Why it could not be read or saved. */
  fault: unknown;
};

export type DraftPorts = {
  read: () => Promise<DraftText & { savedAt: string | null }>;
  /** `last`: the page is going away. */
  save: (draft: DraftText, last: boolean) => Promise<{ savedAt: string | null }>;
  /** A fault that passes by itself: no connection, a session that has ended. */
  passes: (fault: unknown) => boolean;
};

export type DraftSaver = {
  read: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  load: () => Promise<void>;
  type: (patch: Partial<DraftText>) => void;
  /** Saves now what is not saved yet. */
  flush: (last?: boolean) => Promise<void>;
  /** No save is on its way any more: what is sent now cannot be brought back by one. */
  settle: () => Promise<void>;
  /** It was sent, and the server has dropped its copy. */
  done: () => void;
};

const QUIET_MS = 1_000;
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
      // A save that is under way sees the change when it ends.
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

/** Whether something would be lost with the page. */
export function isUnsaved({ status }: Pick<DraftState, 'status'>): boolean {
  return status !== 'saved' && status !== 'unread';
}
