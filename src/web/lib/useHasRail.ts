/** Whether the window is wide enough for the rail; below, BottomBar takes its place. */
import { useSyncExternalStore } from 'react';

const WIDE = '(min-width: 900px)';

export function useHasRail(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(WIDE).matches);
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(WIDE);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
