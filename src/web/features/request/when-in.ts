/** A day and a time as somebody typed them, at the desk's clock. */
import { type CivilDate, ZONE } from '#domain/time/civil.ts';
import type { Formatter } from '#i18n/format.ts';
import { dayIn, timeIn } from '#web/lib/day-text.ts';

export type WhenTyped = { day: string; time: string };

/** Null where there is no such moment. */
export function whenIn({ day, time }: WhenTyped, today: CivilDate): Temporal.Instant | null {
  const [on, at] = [dayIn(day, today), timeIn(time)];
  if (!on || !at) return null;
  return Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(ZONE).toInstant();
}

export function whenTyped(moment: Temporal.Instant | string, format: Formatter): WhenTyped {
  const text = moment.toString();
  return { day: format.date(format.dayOf(text)), time: format.time(text) };
}
