/**
 * Keyboard focus in a table (roving tabindex): one row is the tab stop, J, K and the arrows move it, a refetch keeps
 * it.
 */
import { type RefObject, useRef, useState } from 'react';
import type { Hotkey } from '#web/lib/hotkeys.ts';

export type RowFocus = {
  /** Id of the row that is the tab stop; null in an empty table. */
  stop: string | null;
  setStop: (id: string) => void;
  body: RefObject<HTMLTableSectionElement | null>;
  /** Moves the focus by one row; returns the id of that row, null at the end of the table. */
  move: (by: 1 | -1) => string | null;
  keys: (open: (id: string) => void) => readonly Hotkey[];
};

export function useRowFocus(ids: readonly string[]): RowFocus {
  const [wanted, setWanted] = useState<string | null>(null);
  const body = useRef<HTMLTableSectionElement>(null);
  const stop = wanted !== null && ids.includes(wanted) ? wanted : (ids[0] ?? null);

  const focused = () =>
    (document.activeElement as HTMLElement | null)?.closest<HTMLElement>('tr[data-row]')?.dataset.row ?? null;
  const move = (by: 1 | -1) => {
    const from = focused() ?? wanted;
    // Without a current row the first key goes to the first row, not to the second.
    const next = from === null ? ids[0] : ids[ids.indexOf(from) + by];
    if (next === undefined) return null;
    setWanted(next);
    const row = body.current?.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(next)}"]`);
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
    return next;
  };
  const keys = (open: (id: string) => void): readonly Hotkey[] => {
    const openStop = () => {
      const id = focused();
      if (id !== null) open(id);
    };
    return [
      { keys: 'KeyJ', label: 'keys.row_next', group: 'list', run: () => move(1) },
      { keys: 'KeyK', label: 'keys.row_previous', group: 'list', run: () => move(-1) },
      { keys: 'Enter', label: 'keys.row_open', group: 'list', run: openStop },
      { keys: 'KeyO', label: 'keys.row_open', group: 'list', run: openStop },
    ];
  };
  return { stop, setStop: setWanted, body, move, keys };
}
