/**
 * Passes the text of the search box to the search page in memory, once, because an e-mail address or an IIN is personal
 * data and must not appear in the URL or the browser's history.
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

/** The text, which this call also clears; null when the page was opened without the search box. */
export function takeSearch(): string | null {
  const value = wanted;
  if (value !== null) set(null);
  return value;
}

/** True while a text waits to be taken, because the search page may be open already when the user searches again. */
export function useSearchWaiting(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => wanted !== null,
  );
}
