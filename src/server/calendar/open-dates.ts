/** The dates of open requests by another calendar, many at once. */
import type { DateMove } from '#domain/request/date-moves.ts';
import { dateMoves } from '#domain/request/date-moves.ts';
import type { Step } from '#domain/request/steps.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import type { Tx } from '#server/deps.ts';
import type { StoredRequest } from '#server/requests/facts.ts';
import { type DatedEvent, datesOf } from '#server/requests/work/derive.ts';

/** The columns that the computation reads. */
export const DATED = [
  'id',
  'reference',
  'type',
  'status',
  'received_at',
  'received_on',
  'answered_at',
  'closed_at',
  'assignee_id',
  'act_by',
  'order_on',
  'late_after',
  'target_on',
  'steps',
] as const satisfies readonly (keyof StoredRequest)[];
export type DatedRequest = Pick<StoredRequest, (typeof DATED)[number]>;

export type Recomputed = {
  row: DatedRequest;
  dates: ReturnType<typeof datesOf>;
  /** What its people have to know; empty for an answered request, whose clocks have ended. */
  moves: readonly DateMove[];
};

/**
 * Returns a function that computes the dates of rows by the calendar. Requests of one type and day without further
 * events have the same dates, so that hundreds of thousands of rows cost a few hundred computations.
 */
export function recomputer(
  calendar: WorkingCalendar,
): (tx: Tx, rows: readonly DatedRequest[]) => Promise<readonly Recomputed[]> {
  const known = new Map<string, ReturnType<typeof datesOf>>();
  const datesFor = (row: DatedRequest, events: readonly DatedEvent[]) => {
    if (events.length > 0 || row.answered_at !== null) return datesOf(row, events, calendar);
    const key = `${row.type} ${row.received_on}`;
    const dates = known.get(key) ?? datesOf(row, events, calendar);
    known.set(key, dates);
    return dates;
  };
  return async (tx, rows) => {
    const events = await eventsOf(tx, rows);
    return rows.map((row) => {
      const dates = datesFor(row, events.get(row.id) ?? []);
      return { row, dates, moves: row.answered_at === null ? dateMoves(movable(row), movable(dates)) : [] };
    });
  };
}

function movable({
  act_by,
  order_on,
  target_on,
  steps,
}: Pick<DatedRequest, 'act_by' | 'order_on' | 'target_on' | 'steps'>) {
  return { actBy: act_by, orderOn: order_on, targetOn: target_on, steps: JSON.parse(steps) as Step[] };
}

async function eventsOf(tx: Tx, rows: readonly DatedRequest[]): Promise<ReadonlyMap<string, DatedEvent[]>> {
  if (rows.length === 0) return new Map();
  const found = await tx
    .selectFrom('step_event')
    .select(['request_id', 'event', 'on_date', 'recorded_at'])
    .where(
      'request_id',
      'in',
      rows.map(({ id }) => id),
    )
    .execute();
  return Map.groupBy(
    found.map(({ request_id, event, on_date, recorded_at }) => ({
      request_id,
      event: event as DatedEvent['event'],
      on: on_date,
      at: recorded_at,
    })),
    ({ request_id }) => request_id,
  );
}
