/**
 * Keyboard navigation in a row of columns (roving tabindex): Tab stops at one, and arrows, Home and End move from
 * there.
 */
import type { KeyboardEvent } from 'react';

type ColumnStop = { stop: number; count: number; setStop: (index: number) => void };

/** Moves the tab stop and the focus to the column that the key asks for, among the buttons of the handler's element. */
export function moveStop(event: KeyboardEvent<HTMLElement>, { stop, count, setStop }: ColumnStop): void {
  const next = destination(event.code, stop, count);
  if (next === null) return;
  event.preventDefault();
  setStop(next);
  event.currentTarget.querySelectorAll('button')[next]?.focus();
}

function destination(code: string, from: number, count: number): number | null {
  if (code === 'ArrowRight') return Math.min(from + 1, count - 1);
  if (code === 'ArrowLeft') return Math.max(from - 1, 0);
  if (code === 'Home') return 0;
  return code === 'End' ? count - 1 : null;
}
