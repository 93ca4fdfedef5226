// Civil dates in the organisation's zone: the only place where an instant becomes a day.

/** A day as YYYY-MM-DD. Compares as text, crosses the wire as it is, never carries a time. */
export type CivilDate = string;

/** Everyone's clock, wherever the browser stands: the terms run at the place of the owner. */
export const ZONE = 'Asia/Almaty';

/** The local day an instant falls on. */
export function civilDateAt(instant: Temporal.Instant, zone: string = ZONE): CivilDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/** The date `days` civil days later (earlier when negative). Throws RangeError on a date that does not exist. */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Civil days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** 1 Monday … 7 Sunday. */
export function weekdayOf(date: CivilDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function earliest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return [first, ...others].toSorted()[0] ?? first;
}

export function latest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return [first, ...others].toSorted().at(-1) ?? first;
}

/** The first instant of a local day. */
export function startOfDay(date: CivilDate, zone: string = ZONE): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant();
}

/** The instant at which `today` next changes: when a screen must be drawn again. */
export function nextLocalMidnight(now: Temporal.Instant, zone: string = ZONE): Temporal.Instant {
  return startOfDay(addDays(civilDateAt(now, zone), 1), zone);
}

/** The UTC offset a zone has at an instant, as this runtime's zone data knows it: "+05:00". */
export function offsetAt(instant: Temporal.Instant, zone: string = ZONE): string {
  return instant.toZonedDateTimeISO(zone).offset;
}

/** The instant whose offset tells fresh zone data from stale. */
const ZONE_PROBE = '2026-01-01T00:00:00Z';

/**
 * Throws when zone data predate tzdata 2024a: Kazakhstan left UTC+6 on 1 March 2024, and stale data would date
 * whatever arrives between 23:00 and 24:00 one day late. The database has zone data of its own: pass what it
 * measured at ZONE_PROBE and its name.
 */
export function assertZoneData(
  offset: string = offsetAt(Temporal.Instant.from(ZONE_PROBE)),
  where = 'this runtime',
): void {
  if (offset === '+05:00') return;
  throw new Error(
    `Zone data of ${where} are stale: ${ZONE} is ${offset} on 2026-01-01, it must be +05:00. Update tzdata to 2024a or later.`,
  );
}
