/** Explains the dates of a row. A row has no events, so they are derived from the start and end of its steps. */
import type { RequestRow } from '#contract/request-shapes.ts';
import type { RequestEvent, StepCode } from '#domain/request/steps.ts';
import { typeRow } from '#domain/request/types.ts';
import { type Why, whyThisDate } from '#domain/request/why.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';

type Reckoned = Pick<RequestRow, 'type' | 'receivedAt'> & {
  /** `startedOn` is absent where it is the day of receipt. */
  steps?: readonly { code: StepCode; startedOn?: CivilDate; endedOn?: CivilDate | null }[];
};

export function whyOfRow({ type, receivedAt, steps = [] }: Reckoned, calendar: WorkingCalendar): Why {
  const { steps: rules, target } = typeRow(type);
  const received = Temporal.Instant.from(receivedAt);
  const events = steps.flatMap(({ code, startedOn = civilDateAt(received), endedOn }): RequestEvent[] => {
    const rule = rules.find((each) => each.code === code);
    if (!rule) return [];
    const started = { event: rule.starts, on: startedOn };
    return endedOn ? [started, { event: rule.ends, on: endedOn }] : [started];
  });
  return whyThisDate({ receivedAt: received, steps: rules, target, events }, calendar);
}
