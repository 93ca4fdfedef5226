/**
 * Whether the session has ended (any call got 401). The page and the text typed in it stay, and loaders wait until the
 * same person has signed in again.
 */

let lost = false;
let back: PromiseWithResolvers<void> | null = null;
const listeners = new Set<() => void>();

function set(next: boolean): void {
  if (lost === next) return;
  lost = next;
  for (const listener of listeners) listener();
}

export const sessionLoss = {
  read: (): boolean => lost,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  tell(): void {
    back ??= Promise.withResolvers();
    set(true);
  },
  mend(): void {
    set(false);
    back?.resolve();
    back = null;
  },
  /** Resolves when the session is restored; at once while there is one. */
  whenMended: (): Promise<void> => back?.promise ?? Promise.resolve(),
} as const;
