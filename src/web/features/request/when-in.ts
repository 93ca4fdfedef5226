/** Converts a typed day and time to an instant and back, in the time zone of the service. */
import { type CivilDate, ZONE } from '#domain/time/civil.ts';
import type { Formatter } from '#i18n/format.ts';
import { dayIn, timeIn } from '#web/lib/day-text.ts';

export type WhenTyped = { day: string; time: string };

/** Null if the day or the time is invalid. */
export function whenIn({ day, time }: WhenTyped, today: CivilDate): Temporal.Instant | null {
  const [on, at] = [dayIn(day, today), timeIn(time)];
  if (!on || !at) return null;
  return Temporal.PlainDateTime.from(`${on}T${at}`).toZonedDateTime(ZONE).toInstant();
}

export function whenTyped(moment: Temporal.Instant | string, format: Formatter): WhenTyped {
  const text = moment.toString();
  return { day: format.date(format.dayOf(text)), time: format.time(text) };
}
