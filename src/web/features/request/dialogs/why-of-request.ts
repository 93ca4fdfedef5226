/** Recomputes a request's dates from its record (receipt, recorded events, answer), to explain or preview them. */
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { DeadlinesInput } from '#domain/request/deadlines.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { type RequestType, typeRow } from '#domain/request/types.ts';
import { type Why, whyThisDate } from '#domain/request/why.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';

type Reckoned = Pick<RequestDetail, 'type' | 'receivedAt' | 'stepEvents' | 'answeredOn' | 'closedAt'>;

export function whyOfRequest(request: Reckoned, calendar: WorkingCalendar): Why {
  return whyThisDate(reckoningOf(request), calendar);
}

/** The input from which the dates are computed; `as` replaces the type or the receipt, to preview a change. */
export function reckoningOf(
  { type, receivedAt, stepEvents, answeredOn, closedAt }: Reckoned,
  as: { type?: RequestType; receivedAt?: Temporal.Instant } = {},
): DeadlinesInput {
  const row = typeRow(as.type ?? type);
  const received = as.receivedAt ?? Temporal.Instant.from(receivedAt);
  const recorded = stepEvents as readonly RequestEvent[];
  // Events that this type takes as given with the receipt, unless they were recorded with a date of their own.
  const atReceipt = (row.atReceipt ?? [])
    .filter((event) => !recorded.some((each) => each.event === event))
    .map((event) => ({ event, on: civilDateAt(received) }));
  const answered: readonly RequestEvent[] = answeredOn ? [{ event: 'answered', on: answeredOn }] : [];
  return {
    receivedAt: received,
    steps: row.steps,
    target: row.target,
    events: [...atReceipt, ...recorded, ...answered],
    closedOn: closedAt && civilDateAt(Temporal.Instant.from(closedAt)),
  };
}
