/** For lists: `const { newIds, changedIds, missed, clear } = useLiveChanges()`; `clear` once the list was fetched again. */
import { useSyncExternalStore } from 'react';
import { type LiveChanges, liveStore } from './live.ts';

export function useLiveChanges(): LiveChanges & { clear: () => void } {
  const changes = useSyncExternalStore(liveStore.subscribe, liveStore.read);
  return { ...changes, clear: liveStore.clear };
}
