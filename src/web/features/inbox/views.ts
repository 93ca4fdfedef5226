/** The saved views offered to a viewer. Chips omit the views that the rail shows already. */
import type { Counts } from '#contract/requests-read.ts';
import type { RequestView } from '#domain/request/views.ts';

/** The order for display and for the keys 1…9: own work, open requests and parts of them, then history. */
const ORDER = [
  'my_move',
  'mine',
  'approvals',
  'open',
  'unassigned',
  'waiting',
  'closed',
  'all',
] as const satisfies readonly RequestView[];

/** Shown in the rail with their counts. */
const IN_RAIL: readonly RequestView[] = ['my_move', 'mine', 'approvals'];
/** Chips with a count. That of `open` is in the title; counts of views with closed requests do not help to choose. */
const COUNTED: readonly RequestView[] = ['unassigned', 'waiting'];

/** The server sends null as the count of a view that the role does not use; such views are omitted. */
export function viewsFor(counts: Counts['views']): readonly RequestView[] {
  return ORDER.filter((view) => counts[view] !== null);
}

/** The views shown as chips: the current one and those not in the rail. */
export function viewChips(counts: Counts['views'], current: RequestView): readonly RequestView[] {
  return viewsFor(counts).filter((view) => view === current || !IN_RAIL.includes(view));
}

export function shownCount(view: RequestView, counts: Counts['views']): number | null {
  return COUNTED.includes(view) ? counts[view] : null;
}
