/**
 * The working calendar of this desk: the shipped one with the years that staff have edited or confirmed. It is a row of
 * its own with a version of its own, so that editing it conflicts with no other settings.
 */
import { z } from 'zod';
import { CALENDAR, HOLIDAY_CODES, type WorkingCalendar } from '#domain/time/calendar.ts';
import { withYear } from '#domain/time/calendar-year.ts';
import type { Tx } from '#server/deps.ts';
import { loadRow, saveRow } from './versioned.ts';

const KEY = 'calendar';

const Day = z.object({
  date: z.string(),
  code: z.enum(HOLIDAY_CODES),
  source: z.string().optional(),
  insteadOf: z.string().optional(),
});
const Stored = z.object({
  /** Counts the changes of days, and so names the version that stored dates were computed with. */
  revision: z.int().default(0),
  /** Edited years, which take the place of the shipped ones. */
  years: z
    .record(
      z.string(),
      z.object({ source: z.string(), holidays: z.array(Day), movedWorkingDays: z.array(z.string()) }),
    )
    .default({}),
  confirmed: z.record(z.string(), z.object({ at: z.string(), by: z.string() })).default({}),
});
export type StoredCalendar = z.output<typeof Stored>;
export type VersionedCalendar = { stored: StoredCalendar; version: number };

/** Returns what is stored, or nothing at version 1. `lock` locks the row, creating it first if necessary. */
export async function loadCalendar(tx: Tx, lock?: { now: Temporal.Instant }): Promise<VersionedCalendar> {
  const { value, version } = await loadRow(tx, KEY, lock);
  return { stored: Stored.parse(value), version };
}

/** Stores it and returns its new version. `loadCalendar` with `lock` must have locked the row. */
export function saveCalendar(
  tx: Tx,
  { stored, version }: VersionedCalendar,
  by: { id: string; now: Temporal.Instant },
): Promise<number> {
  return saveRow(tx, KEY, { value: stored, version }, by);
}

/** Returns the calendar that deadlines are counted by. An edited year is confirmed only by staff. */
export function workingCalendar(
  { revision, years, confirmed }: StoredCalendar,
  shipped: WorkingCalendar = CALENDAR,
): WorkingCalendar {
  const edited = Object.entries(years).reduce(
    (calendar, [year, days]) => withYear(calendar, { ...days, year: Number(year), confirmed: false }),
    shipped,
  );
  return {
    ...edited,
    years: edited.years.map((row) => ({
      ...row,
      confirmed: row.confirmed || confirmed[String(row.year)] !== undefined,
    })),
    version: revision === 0 ? shipped.version : `${shipped.version}+${revision}`,
  };
}
