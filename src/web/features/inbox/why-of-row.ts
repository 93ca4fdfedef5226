/** Explains the dates of a row. A row has no events, so they are derived from the start and end of its steps. */
import type { RequestRow } from '#contract/request-shapes.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { typeRow } from '#domain/request/types.ts';
import { type Why, whyThisDate } from '#domain/request/why.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';

type Reckoned = Pick<RequestRow, 'type' | 'receivedAt' | 'steps'>;

export function whyOfRow({ type, receivedAt, steps }: Reckoned, calendar: WorkingCalendar): Why {
  const { steps: rules, target } = typeRow(type);
  const events = steps.flatMap(({ code, startedOn, endedOn }): RequestEvent[] => {
    const rule = rules.find((each) => each.code === code);
    if (!rule) return [];
    const started = { event: rule.starts, on: startedOn };
    return endedOn ? [started, { event: rule.ends, on: endedOn }] : [started];
  });
  return whyThisDate(
    { receivedAt: Temporal.Instant.from(receivedAt), steps: rules, target, events },
    calendar,
  );
}
