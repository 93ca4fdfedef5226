/**
 * The verification of this page, outside its components: one may leave the log while it runs and find it again. Holds
 * what the browser remembers, the alarm that stands, and how the last run went.
 */
import { useSyncExternalStore } from 'react';
import type { Alarm } from './alarm.ts';
import { NAME, readMemory, writeMemory } from './seal-memory.ts';
import type { Remembered, Verified } from './verify-leaves.ts';

export type RunState =
  | { state: 'none' }
  /** `total` is 0 until the first page is asked for. */
  | { state: 'running'; done: number; total: number }
  | { state: 'verified'; verified: Verified }
  | { state: 'unsealed' }
  | { state: 'mismatch' }
  /** It did not come to an end, which says nothing about the log. */
  | { state: 'failed'; error: unknown };

export type SealState = {
  remembered: Remembered | null;
  alarm: Alarm | null;
  run: RunState;
};

let state: SealState = { ...readMemory(), run: { state: 'none' } };
const listeners = new Set<() => void>();

export const sealStore = {
  read: (): SealState => state,
  subscribe(listener: () => void): () => void {
    listeners.add(listener);
    return () => listeners.delete(listener);
  },
  run(run: RunState): void {
    set({ ...state, run });
  },
  remember(remembered: Remembered): void {
    keep({ ...state, remembered });
  },
  raise(alarm: Alarm): void {
    keep({ ...state, alarm });
  },
  /** Another tab may have verified in the meantime. */
  recall(): SealState {
    set({ ...state, ...readMemory() });
    return state;
  },
  /** The next run begins as the first one did. */
  forget(): void {
    keep({ remembered: null, alarm: null, run: { state: 'none' } });
  },
};

// Another tab may find out, or deal with it.
globalThis.addEventListener?.('storage', ({ key }) => {
  if (key === NAME) sealStore.recall();
});

export function useSeal(): SealState {
  return useSyncExternalStore(sealStore.subscribe, sealStore.read);
}

function keep(next: SealState): void {
  writeMemory(next);
  set(next);
}

function set(next: SealState): void {
  state = next;
  for (const listener of listeners) listener();
}
