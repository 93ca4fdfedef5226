/** Whether the screen is as narrow as a phone's, for layouts that a style sheet alone cannot rearrange. */
import { useSyncExternalStore } from 'react';

const NARROW = '(max-width: 599px)';

export function useNarrow(): boolean {
  return useSyncExternalStore(subscribe, () => matchMedia(NARROW).matches);
}

function subscribe(changed: () => void): () => void {
  const query = matchMedia(NARROW);
  query.addEventListener('change', changed);
  return () => query.removeEventListener('change', changed);
}
