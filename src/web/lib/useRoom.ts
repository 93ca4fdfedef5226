/** How much room a list has: which of its columns stand is data, not a style. */
import { useSyncExternalStore } from 'react';

export type Room = 'wide' | 'middle' | 'small';

const WIDE = '(min-width: 1280px)';
const MIDDLE = '(min-width: 900px)';

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, read);
}

function read(): Room {
  if (matchMedia(WIDE).matches) return 'wide';
  return matchMedia(MIDDLE).matches ? 'middle' : 'small';
}

function subscribe(changed: () => void): () => void {
  const queries = [matchMedia(WIDE), matchMedia(MIDDLE)];
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
