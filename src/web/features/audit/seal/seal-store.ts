/**
 * State of the verification: the remembered checkpoint, the open alarm and the last run. It is a module-level store, so
 * that a run continues while the person visits other pages.
 */
import { useSyncExternalStore } from 'react';
import type { Alarm } from './alarm.ts';
import { NAME, readMemory, writeMemory } from './seal-memory.ts';
import type { Remembered, Verified } from './verify-leaves.ts';

export type RunState =
  | { state: 'none' }
  /** `total` is 0 until the first page of leaves is requested. */
  | { state: 'running'; done: number; total: number }
  | { state: 'verified'; verified: Verified }
  | { state: 'unsealed' }
  | { state: 'mismatch' }
  /** The run did not complete; this is no finding about the log. */
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
  /** Reads the memory again, because another tab may have verified in the meantime. */
  recall(): SealState {
    set({ ...state, ...readMemory() });
    return state;
  },
  /**
   * Discards the trusted key, the checkpoint and the alarm: the next run trusts the server's key as a first visit does.
   */
  forget(): void {
    keep({ remembered: null, alarm: null, run: { state: 'none' } });
  },
};

// Another tab may raise or dismiss an alarm. Tests import this module without a window, hence the optional call.
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
