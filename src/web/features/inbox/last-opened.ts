/** The row one came from has the keyboard again when one comes back to the list. */
import { useEffect, useRef } from 'react';

let lastOpened: string | null = null;

export function rememberOpened(id: string): void {
  lastOpened = id;
}

export function useReturnFocus(rows: readonly { id: string }[]): void {
  const first = useRef(rows);
  useEffect(() => {
    const id = lastOpened;
    lastOpened = null;
    if (id === null || !first.current.some((row) => row.id === id)) return;
    // Where the list stands is the browser's own memory of the page.
    document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  }, []);
}
