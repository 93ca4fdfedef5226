/**
 * The saved views of the queue and its urgency filters as data; the menu, counts, URL and SQL derive from these rows.
 */
import { isClosed } from './lifecycle.ts';
import type { Status } from './status.ts';

export type ViewRow = {
  statuses: readonly Status[];
  /** Narrows the view to requests by their move or assignee. */
  only?: 'my_move' | 'mine' | 'unassigned' | 'my_approvals';
};

const OPEN = ['new', 'in_progress', 'waiting_applicant', 'awaiting_approval', 'executing'] as const;

export const VIEWS = {
  my_move: { statuses: OPEN, only: 'my_move' },
  mine: { statuses: OPEN, only: 'mine' },
  approvals: { statuses: ['awaiting_approval'], only: 'my_approvals' },
  unassigned: { statuses: OPEN, only: 'unassigned' },
  waiting: { statuses: ['waiting_applicant'] },
  open: { statuses: OPEN },
  closed: { statuses: ['closed'] },
  all: { statuses: [...OPEN, 'closed'] },
} as const satisfies Record<string, ViewRow>;

export type RequestView = keyof typeof VIEWS;
export const requestViews = Object.keys(VIEWS) as readonly RequestView[];

export function holdsClosed(view: RequestView): boolean {
  const { statuses }: ViewRow = VIEWS[view];
  return statuses.some(isClosed);
}

export function holdsOpen(view: RequestView): boolean {
  const { statuses }: ViewRow = VIEWS[view];
  return !statuses.every(isClosed);
}

/**
 * Urgency filters: `answer_today` = now and not overdue; `due_today` = the promise ends today; `due_soon` = within
 * three days; `unanswered` = an answer is still owed, for any date, as the horizon counts.
 */
export const URGENCIES = ['overdue', 'answer_today', 'due_today', 'due_soon', 'unanswered'] as const;
export type Urgency = (typeof URGENCIES)[number];

/** The orders of the list. SQL ends each with the id, so that a cursor is exact. */
export const ORDERS = ['urgency', 'received_first', 'received_last', 'closed_last'] as const;
export type Order = (typeof ORDERS)[number];
