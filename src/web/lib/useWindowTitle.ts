/** What the browser's tab reads: `(3) Келіп түскендер · Өтініш`, the figure being new requests since the page was drawn. */
import { useEffect } from 'react';
import { useLiveChanges } from './useLiveChanges.ts';

export function useWindowTitle(words: string): void {
  const { size } = useLiveChanges().newIds;
  useEffect(() => {
    document.title = `${size > 0 ? `(${size}) ` : ''}${words} · Өтініш`;
  }, [words, size]);
}
