/**
 * The server no longer knows who calls (401 from any call). The page stays as it is, what was typed stays in it, and
 * whoever needs an answer waits until the same person is back.
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
  /** Resolves at once while nothing is lost. */
  whenMended: (): Promise<void> => back?.promise ?? Promise.resolve(),
} as const;
