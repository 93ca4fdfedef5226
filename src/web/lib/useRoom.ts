/** The width class of the window, because which columns a list shows is chosen in data and not in a style sheet. */
import { useSyncExternalStore } from 'react';

export type Room = 'wide' | 'middle' | 'small' | 'phone';

const WIDE = '(min-width: 1340px)';
const MIDDLE = '(min-width: 1160px)';
/** The breakpoint at which the style sheets turn a row into two lines. */
const PHONE = '(max-width: 599px)';

export function useRoom(): Room {
  return useSyncExternalStore(subscribe, read);
}

function read(): Room {
  if (matchMedia(WIDE).matches) return 'wide';
  if (matchMedia(MIDDLE).matches) return 'middle';
  return matchMedia(PHONE).matches ? 'phone' : 'small';
}

function subscribe(changed: () => void): () => void {
  const queries = [WIDE, MIDDLE, PHONE].map((query) => matchMedia(query));
  for (const query of queries) query.addEventListener('change', changed);
  return () => {
    for (const query of queries) query.removeEventListener('change', changed);
  };
}
