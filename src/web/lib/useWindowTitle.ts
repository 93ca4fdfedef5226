/**
 * Sets the title of the browser's tab: `(3) Келіп түскендер · Өтініш`; the figure counts new requests since the list
 * was fetched.
 */
import { useEffect } from 'react';
import { useLiveChanges } from './useLiveChanges.ts';

export function useWindowTitle(words: string): void {
  const { size } = useLiveChanges().newIds;
  useEffect(() => {
    document.title = `${size > 0 ? `(${size}) ` : ''}${words} · Өтініш`;
  }, [words, size]);
}
