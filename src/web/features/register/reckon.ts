/** Computes the deadlines of a new request with the server's own domain function, for the preview beside the form. */
import { type Deadlines, type DeadlinesInput, deadlinesOf } from '#domain/request/deadlines.ts';
import type { SlaInput } from '#domain/request/sla.ts';
import { type RequestType, typeRow } from '#domain/request/types.ts';
import { type Why, whyThisDate } from '#domain/request/why.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';

export type Reckoned = { deadlines: Deadlines; sla: SlaInput; why: Why };

export function reckon(type: RequestType, receivedAt: Temporal.Instant, calendar: WorkingCalendar): Reckoned {
  const { steps, target, atReceipt = [] } = typeRow(type);
  const on = civilDateAt(receivedAt);
  const input: DeadlinesInput = {
    receivedAt,
    steps,
    target,
    events: atReceipt.map((event) => ({ event, on })),
  };
  const deadlines = deadlinesOf(input, calendar);
  return {
    deadlines,
    sla: { ...deadlines, answeredOn: null, closed: false },
    why: whyThisDate(input, calendar),
  };
}
