/** Whether the page holds unsaved text, so that a reload, signing out and closing the tab ask first. */
import { useEffect, useSyncExternalStore } from 'react';

let held: readonly symbol[] = [];
const listeners = new Set<() => void>();
let dropped = false;

function set(next: readonly symbol[]): void {
  held = next;
  for (const listener of listeners) listener();
}

/** The page is left on purpose: no question any more. */
export function dropUnsaved(): void {
  dropped = true;
}

export function hasUnsaved(): boolean {
  return held.length > 0;
}

/** Marks the page as holding typed text for as long as `dirty` is true. */
export function useUnsaved(dirty: boolean): void {
  useEffect(() => {
    if (!dirty) return;
    const mark = Symbol('unsaved');
    const warn = (event: BeforeUnloadEvent) => {
      if (!dropped) event.preventDefault();
    };
    set([...held, mark]);
    addEventListener('beforeunload', warn);
    return () => {
      set(held.filter((each) => each !== mark));
      removeEventListener('beforeunload', warn);
    };
  }, [dirty]);
}

export function useHasUnsaved(): boolean {
  return useSyncExternalStore(
    (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    () => hasUnsaved(),
  );
}
