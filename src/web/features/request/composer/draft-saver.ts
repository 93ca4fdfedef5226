/**
 * One draft of this tab: saves it a second after the last key and at least every two seconds, follows what other tabs
 * save, and sends it. Saves, reads and the sending run one after another, so that no save is in flight beside the
 * answer. It is independent of components, so that unmounting one cannot lose the text.
 */
import { appended, isBlank, isSame } from './draft-text.ts';

export type DraftText = { text: string; subjectLine: string };
/** A draft as the server stores it; `version` also counts its sending and emptying. */
export type StoredDraft = DraftText & { savedAt: string | null; version: number };
/** Unsaved text in this browser: the version it is based on, and the save whose answer did not arrive. */
export type DraftCopy = DraftText & { version: number; tried: DraftText | null };

export type DraftState = DraftText & {
  /**
   * `unread`: the stored draft has not been read yet; what is typed is added to it then. `conflict`: another tab or device has saved
   * `other`, and nothing is saved until the person has chosen.
   */
  status: 'unread' | 'saved' | 'typed' | 'saving' | 'waiting' | 'refused' | 'conflict' | 'sending';
  savedAt: string | null;
  /** The error of the last read or save. */
  fault: unknown;
  other: StoredDraft | null;
};

export type DraftPorts = {
  read: () => Promise<StoredDraft>;
  /** Saves over `version`. `last`: the page is being unloaded, so the call must outlive it. */
  save: (
    draft: DraftText,
    version: number,
    last: boolean,
  ) => Promise<Pick<StoredDraft, 'savedAt' | 'version'>>;
  /** The stored draft, from the error of a save over an old version; null for any other error. */
  currentIn: (fault: unknown) => StoredDraft | null;
  /** Whether a retry may succeed: no connection, an expired session, an overloaded server. */
  passes: (fault: unknown) => boolean;
  /** Milliseconds that the server asks to wait before another save; 0 when it does not say. */
  waitAfter: (fault: unknown) => number;
  /** The copy of unsaved text in this browser. */
  copy: {
    isThere: () => boolean;
    read: () => Promise<DraftCopy | null>;
    write: (copy: DraftCopy) => void;
    drop: () => void;
  };
};

/** The draft as the record of the request describes it. */
export type DraftMark = { version: number; held: boolean };
/** Sends the text; resolves with the draft as it is afterwards, or null if it was not sent. */
export type Send = (draft: DraftText & { draftVersion: number }) => Promise<DraftMark | null>;

export type DraftSaver = {
  read: () => DraftState;
  subscribe: (listener: () => void) => () => void;
  load: () => Promise<void>;
  type: (patch: Partial<DraftText>) => void;
  /** Saves unsaved text now. */
  flush: (last?: boolean) => Promise<void>;
  /** Reads the draft again if it is unchanged here; `version` is the one announced, null if that is not known. */
  follow: (version: number | null) => Promise<void>;
  resolve: (choice: 'theirs' | 'mine' | 'both') => void;
  /** Saves what is unsaved, then sends. Nothing is sent while the save fails or meets another text. */
  send: (send: Send) => Promise<void>;
  /** Ends the saves that are due later, also one that would follow a save in flight. */
  stop: () => void;
};

const QUIET_MS = 1_000;
/** Below the promised 2 s, to leave time for the call itself. */
const LONGEST_MS = 1_900;
const AGAIN_MS = 5_000;

export function createDraftSaver(ports: DraftPorts, mark: DraftMark): DraftSaver {
  let state: DraftState = {
    text: '',
    subjectLine: '',
    status: mark.held || ports.copy.isThere() ? 'unread' : 'saved',
    savedAt: null,
    fault: null,
    other: null,
  };
  let { version, held } = mark;
  const listeners = new Set<() => void>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let unsavedSince: number | null = null;
  /** The server takes no save before this time, although the person types on. */
  let notBefore = Number.NEGATIVE_INFINITY;
  /** The text of a save without an answer: the server may have it. */
  let tried: DraftText | null = null;
  /** A sending got no answer, so the draft may have been sent; its end must not empty the field by itself. */
  let isUnsettled = false;
  let turn: Promise<unknown> = Promise.resolve();
  let isStopped = false;

  const inTurn = (step: () => Promise<void>): Promise<void> => {
    const run = turn.then(step);
    turn = run.catch(() => undefined);
    return run;
  };
  const set = (patch: Partial<DraftState>) => {
    state = { ...state, ...patch };
    if (isUnsaved(state)) ports.copy.write({ ...textOf(state), version, tried });
    for (const listener of listeners) listener();
  };
  const later = (ms: number) => {
    clearTimeout(timer);
    const wait = Math.max(ms, notBefore - performance.now());
    if (!isStopped) timer = setTimeout(() => void inTurn(() => save(false)), wait);
  };
  const settled = (stored: Pick<StoredDraft, 'savedAt' | 'version'> & Partial<DraftText>) => {
    ({ version } = stored);
    tried = null;
    unsavedSince = null;
    const { text = state.text, subjectLine = state.subjectLine, savedAt } = stored;
    set({ text, subjectLine, savedAt, status: 'saved', fault: null, other: null });
    ports.copy.drop();
  };
  const pending = (text: DraftText, ms: number) => {
    unsavedSince = performance.now();
    set({ ...textOf(text), status: 'typed', fault: null, other: null });
    later(ms);
  };

  async function save(last: boolean): Promise<void> {
    clearTimeout(timer);
    if (!SAVED_NEXT.has(state.status)) return;
    const draft = textOf(state);
    set({ status: 'saving', fault: null });
    try {
      const { savedAt, ...stored } = await ports.save(draft, version, last);
      ({ version } = stored);
      tried = null;
      // Not the stored text, because the server trims what the person may still be typing.
      if (isSame(draft, state)) settled({ savedAt, version });
      else pending(state, QUIET_MS);
    } catch (fault) {
      const current = ports.currentIn(fault);
      if (current) return met(current);
      const waits = ports.passes(fault);
      if (waits) tried = draft;
      notBefore = performance.now() + ports.waitAfter(fault);
      set({ fault, status: waits ? 'waiting' : 'refused' });
      if (waits) later(AGAIN_MS);
    }
  }

  /** What was saved over the version that this tab's text is based on. */
  function met(current: StoredDraft): void {
    // An emptied field holds nothing to lose.
    if (isSame(state, current) || isBlank(state)) {
      settled(current);
    } else if (tried !== null && isSame(tried, current)) {
      // Saved by this tab, whose answer was lost.
      ({ version } = current);
      pending(state, 0);
    } else {
      // `version` stays, so that the copy in this browser meets the other text as well when it is restored.
      set({ status: 'conflict', other: current, fault: null });
    }
  }

  async function read(): Promise<void> {
    try {
      const copied = ports.copy.read();
      const stored = held ? await ports.read() : { ...NOTHING, version };
      const copy = await copied;
      const early = textOf(state);
      if (!copy || isSame(copy, stored)) {
        settled(stored);
        if (!isBlank(early)) pending(appended(stored, early), QUIET_MS);
        return;
      }
      ({ tried, version } = copy);
      state = { ...state, ...appended(copy, early) };
      if (version === stored.version) pending(state, 0);
      else met(stored);
    } catch (fault) {
      set({ fault });
    }
  }

  return {
    read: () => state,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    load: () => inTurn(async () => (state.status === 'unread' ? read() : undefined)),
    type(patch) {
      if (state.status === 'sending') return;
      isUnsettled = false;
      // Typed before the stored draft has been read: `read` puts it after that text.
      if (state.status === 'unread') return set(patch);
      if (state.status === 'conflict') return set(patch);
      const now = performance.now();
      unsavedSince ??= now;
      const isSaving = state.status === 'saving';
      set({ ...patch, status: isSaving ? 'saving' : 'typed' });
      // A save in flight detects the change when it ends.
      if (!isSaving) later(Math.max(0, Math.min(QUIET_MS, unsavedSince + LONGEST_MS - now)));
    },
    flush: (last = false) => inTurn(() => save(last)),
    follow: (announced) =>
      inTurn(async () => {
        if (announced !== null && announced <= version) return;
        if (isUnsettled || (state.status !== 'saved' && state.status !== 'conflict')) return;
        const stored = await ports.read().catch(() => null);
        if (!stored || stored.version === (state.other?.version ?? version)) return;
        // Typed meanwhile: the next save meets the other text.
        if (state.status === 'saved') settled(stored);
        else if (state.status === 'conflict') met(stored);
      }),
    stop() {
      isStopped = true;
      clearTimeout(timer);
    },
    resolve(choice) {
      const { other } = state;
      if (state.status !== 'conflict' || !other) return;
      if (choice === 'theirs') return settled(other);
      ({ version } = other);
      pending(choice === 'mine' ? state : appended(other, state), 0);
    },
    send: (send) =>
      inTurn(async () => {
        await save(false);
        if (state.status !== 'saved') return;
        set({ status: 'sending' });
        isUnsettled = true;
        let after: DraftMark | null = null;
        try {
          after = await send({ ...textOf(state), draftVersion: version });
        } finally {
          if (!after) set({ status: 'saved' });
        }
        if (!after) return;
        isUnsettled = false;
        ({ held } = after);
        settled({ ...NOTHING, version: after.version });
        // A text that another device saved meanwhile was not sent and stays.
        if (held) {
          set({ status: 'unread' });
          await read();
        }
      }),
  };
}

const NOTHING = { text: '', subjectLine: '', savedAt: null } as const;
const SAVED_NEXT: ReadonlySet<DraftState['status']> = new Set(['typed', 'waiting', 'refused']);
const UNSAVED: ReadonlySet<DraftState['status']> = new Set([
  'typed',
  'saving',
  'waiting',
  'refused',
  'conflict',
]);

function textOf({ text, subjectLine }: DraftText): DraftText {
  return { text, subjectLine };
}

/** Whether closing the page now would lose text that the server does not have. */
export function isUnsaved({ status }: Pick<DraftState, 'status'>): boolean {
  return UNSAVED.has(status);
}
