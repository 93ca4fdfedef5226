/**
 * The changes since the list was fetched, for lists: `const { newIds, changedIds, missed, clear } = useLiveChanges()`.
 * Call `clear` after fetching the list again.
 */
import { useSyncExternalStore } from 'react';
import { type LiveChanges, liveStore } from './live.ts';

export function useLiveChanges(): LiveChanges & { clear: () => void } {
  const changes = useSyncExternalStore(liveStore.subscribe, liveStore.read);
  return { ...changes, clear: liveStore.clear };
}
