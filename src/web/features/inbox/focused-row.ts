/** The row the keys mean: the one that has the focus. */
import type { RequestRow } from '#contract/request-shapes.ts';

export function focusedRow(rows: readonly RequestRow[]): RequestRow | undefined {
  const row = document.activeElement?.closest<HTMLElement>('tr[data-row]');
  return row ? rows.find(({ id }) => id === row.dataset.row) : undefined;
}
