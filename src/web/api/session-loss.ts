/**
 * The end of the session on this page, however it was noticed: a call got 401, the event stream said so, another tab
 * signed out. The page then takes everything off the screen (app/SessionOver.tsx); what is typed is kept first.
 */

export type SessionEnd = 'ended' | 'signed_out';

/** Keeps what is typed; it reads the page at once and resolves when that is stored. */
export type Rescue = () => Promise<void>;

let end: SessionEnd | null = null;
let rescued: Promise<unknown> = Promise.resolve();
const rescues = new Set<Rescue>();
const listeners = new Set<() => void>();

export const sessionLoss = {
  /** Null while there is a session. */
  read: (): SessionEnd | null => end,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  /** Called by every page behind sign-in; on other pages there is no session to lose. Returns the end of that. */
  guard(rescue: Rescue): () => void {
    rescues.add(rescue);
    return () => rescues.delete(rescue);
  },
  tell(how: SessionEnd = 'ended'): void {
    if (end !== null || rescues.size === 0) return;
    // Who signs out was asked about unsaved text, and leaves nothing of it in this browser.
    if (how === 'ended') rescued = Promise.allSettled([...rescues].map((rescue) => rescue()));
    end = how;
    for (const listener of listeners) listener();
  },
  /** Resolves when what was typed is stored, or could not be. */
  whenRescued: (): Promise<unknown> => rescued,
} as const;
