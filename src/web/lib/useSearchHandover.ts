/**
 * Carries what was typed into the search box to the search page. An address or an IIN is personal: it goes neither
 * into the URL nor into the browser's history, so it is handed over in memory, once.
 */
import { useSyncExternalStore } from 'react';

let wanted: string | null = null;
const listeners = new Set<() => void>();

function set(value: string | null): void {
  wanted = value;
  for (const listener of listeners) listener();
}

export function handOverSearch(value: string): void {
  set(value);
}

/** What was typed, and forgotten with this call; null when one came to the page by itself. */
export function takeSearch(): string | null {
  const value = wanted;
  if (value !== null) set(null);
  return value;
}

/** True while something waits to be taken: the page may be open already when one types again. */
export function useSearchWaiting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted !== null,
  );
}
