// Civil dates in the organisation's zone: the only place where an instant becomes a day.

/** A day as YYYY-MM-DD, without a time. Comparing two as text compares the days. */
export type CivilDate = string;

/**
 * The organisation's zone. Days are counted in it for every browser, because the terms run where the organisation is.
 */
export const ZONE = 'Asia/Almaty';

/** Returns the local day of an instant. */
export function civilDateAt(instant: Temporal.Instant, zone: string = ZONE): CivilDate {
  return instant.toZonedDateTimeISO(zone).toPlainDate().toString();
}

/**
 * Returns the date `days` civil days later (earlier when negative). Throws RangeError for a date that does not exist.
 */
export function addDays(date: CivilDate, days: number): CivilDate {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}

/** Returns the civil days from `from` to `to`: 0 on the same day, negative when `to` is earlier. */
export function daysBetween(from: CivilDate, to: CivilDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'days' }).days;
}

/** Returns 1 (Monday) to 7 (Sunday). */
export function weekdayOf(date: CivilDate): number {
  return Temporal.PlainDate.from(date).dayOfWeek;
}

export function earliest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return [first, ...others].toSorted()[0] ?? first;
}

export function latest(first: CivilDate, ...others: readonly CivilDate[]): CivilDate {
  return [first, ...others].toSorted().at(-1) ?? first;
}

/** Returns the first instant of a local day. */
export function startOfDay(date: CivilDate, zone: string = ZONE): Temporal.Instant {
  return Temporal.PlainDate.from(date).toZonedDateTime(zone).toInstant();
}

/** Returns the instant at which the local day changes next, when a page must recompute its days left. */
export function nextLocalMidnight(now: Temporal.Instant, zone: string = ZONE): Temporal.Instant {
  return startOfDay(addDays(civilDateAt(now, zone), 1), zone);
}

/** Returns the UTC offset of a zone at an instant by this runtime's zone data, such as "+05:00". */
export function offsetAt(instant: Temporal.Instant, zone: string = ZONE): string {
  return instant.toZonedDateTimeISO(zone).offset;
}

/** An instant whose offset differs between current and stale zone data. */
const ZONE_PROBE = '2026-01-01T00:00:00Z';

/**
 * Throws when zone data are older than tzdata 2024a: Kazakhstan left UTC+6 on 1 March 2024, and stale data would date
 * receipts between 23:00 and 24:00 one day late. The database has zone data of its own: for it, pass the offset that it
 * gives at ZONE_PROBE, and its name.
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
