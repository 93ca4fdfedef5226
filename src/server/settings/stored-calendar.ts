/**
 * The working calendar of this desk: the shipped one with the years that staff have edited or confirmed. It is a row of
 * its own with a version of its own, so that editing it conflicts with no other settings.
 */
import { z } from 'zod';
import { CALENDAR, HOLIDAY_CODES, type WorkingCalendar } from '#domain/time/calendar.ts';
import { calendarYear, withYear } from '#domain/time/calendar-year.ts';
import type { Tx } from '#server/deps.ts';

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
  if (lock) {
    await tx
      .insertInto('setting')
      .values({ key: KEY, value: '{}', version: 1, changed_at: lock.now.toString(), changed_by: null })
      .onConflict((conflict) => conflict.column('key').doNothing())
      .execute();
  }
  const query = tx.selectFrom('setting').select(['value', 'version']).where('key', '=', KEY);
  const row = await (lock ? query.forUpdate() : query).executeTakeFirst();
  return { stored: Stored.parse(JSON.parse(row?.value ?? '{}')), version: row?.version ?? 1 };
}

/** Stores it and returns its new version. `loadCalendar` with `lock` must have locked the row. */
export async function saveCalendar(
  tx: Tx,
  { stored, version }: VersionedCalendar,
  by: { id: string; now: Temporal.Instant },
): Promise<number> {
  await tx
    .updateTable('setting')
    .set({
      value: JSON.stringify(stored),
      version: version + 1,
      changed_at: by.now.toString(),
      changed_by: by.id,
    })
    .where('key', '=', KEY)
    .execute();
  return version + 1;
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
  const known = Object.keys(confirmed).filter((year) =>
    edited.years.some((row) => String(row.year) === year),
  );
  const calendar = known.reduce(
    (before, year) => withYear(before, { ...calendarYear(before, Number(year)), confirmed: true }),
    edited,
  );
  return { ...calendar, version: revision === 0 ? shipped.version : `${shipped.version}+${revision}` };
}
