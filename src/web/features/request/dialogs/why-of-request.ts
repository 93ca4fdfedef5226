/** The reckoning of a request from its own record: when it came, what happened to it, when it was answered. */
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { DeadlinesInput } from '#domain/request/deadlines.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { type RequestType, typeRow } from '#domain/request/types.ts';
import { type Why, whyThisDate } from '#domain/request/why.ts';
import { CALENDAR, type WorkingCalendar } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';

type Reckoned = Pick<RequestDetail, 'type' | 'receivedAt' | 'stepEvents' | 'answeredOn' | 'closedAt'>;

export function whyOfRequest(request: Reckoned, calendar: WorkingCalendar = CALENDAR): Why {
  return whyThisDate(reckoningOf(request), calendar);
}

/** What the dates of a request are counted from; as another type or from another receipt, where it is asked. */
export function reckoningOf(
  { type, receivedAt, stepEvents, answeredOn, closedAt }: Reckoned,
  as: { type?: RequestType; receivedAt?: Temporal.Instant } = {},
): DeadlinesInput {
  const row = typeRow(as.type ?? type);
  const received = as.receivedAt ?? Temporal.Instant.from(receivedAt);
  const recorded = stepEvents as readonly RequestEvent[];
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
