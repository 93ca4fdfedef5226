/** Which saved views a person is offered, and where: those the rail already names are not named again. */
import type { Counts } from '#contract/requests-read.ts';
import type { RequestView } from '#domain/request/views.ts';

/** As they are read and numbered: one's own work, all that is open and its parts, then history. */
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

/** The rail has them, with their numbers. */
const IN_RAIL: readonly RequestView[] = ['my_move', 'mine', 'approvals'];
/** Their numbers are of use for choosing; that of `open` stands in the title, those with closed rows are history. */
const COUNTED: readonly RequestView[] = ['unassigned', 'waiting'];

/** Views that are nobody's work for this role come without a count: 1…9 go through the rest. */
export function viewsFor(counts: Counts['views']): readonly RequestView[] {
  return ORDER.filter((view) => counts[view] !== null);
}

/** As chips: the view one is in, then those that stand nowhere else. */
export function viewChips(counts: Counts['views'], current: RequestView): readonly RequestView[] {
  return viewsFor(counts).filter((view) => view === current || !IN_RAIL.includes(view));
}

export function shownCount(view: RequestView, counts: Counts['views']): number | null {
  return COUNTED.includes(view) ? counts[view] : null;
}
