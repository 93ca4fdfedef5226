// The working calendar: which days are working days. Every function takes the calendar as an argument, so that a
// changed one can be tried before it is saved.
import { addDays, type CivilDate, weekdayOf } from './civil.ts';

export { CALENDAR } from './calendar-kz.ts';

export const HOLIDAY_CODES = [
  'new_year',
  'orthodox_christmas',
  'womens_day',
  'constitution_day',
  'nauryz',
  'unity_day',
  'defenders_day',
  'victory_day',
  'kurban_ait',
  'capital_day',
  'republic_day',
  'independence_day',
  'moved_day_off',
] as const;

/** The name of a holiday; `moved_day_off` is a working day that the Government declared free. */
export type HolidayCode = (typeof HOLIDAY_CODES)[number];

export type Holiday = {
  readonly date: CivilDate;
  readonly code: HolidayCode;
  /** The article a shipped day rests on; a day entered by staff rests on the source of its year. */
  readonly source?: string | undefined;
  /** The holiday that this day replaces, because it fell on a day off. */
  readonly insteadOf?: CivilDate | undefined;
};

/** A weekend day that the Government declared a working day. */
type MovedWorkingDay = { readonly date: CivilDate; readonly source?: string | undefined };

type CalendarYear = {
  readonly year: number;
  /** False while the official list is awaited: deadlines in that year are shown with a warning. */
  readonly confirmed: boolean;
  readonly source: string;
};

/** Plain JSON: stored, sent and compared unchanged. A year without a row is unconfirmed and counts Monday to Friday. */
export type WorkingCalendar = {
  readonly version: string;
  readonly years: readonly CalendarYear[];
  readonly holidays: readonly Holiday[];
  readonly movedWorkingDays?: readonly MovedWorkingDay[] | undefined;
};

export type NonWorkingReason = HolidayCode | 'weekend';
export type NonWorkingDay = {
  readonly date: CivilDate;
  readonly reason: NonWorkingReason;
  readonly insteadOf: CivilDate | null;
};

export function isWorkingDay(date: CivilDate, calendar: WorkingCalendar): boolean {
  return nonWorkingDay(date, calendar) === null;
}

/** Returns why a day is not a working day, a holiday before "weekend"; null on a working day. */
export function nonWorkingDay(date: CivilDate, calendar: WorkingCalendar): NonWorkingDay | null {
  if (calendar.movedWorkingDays?.some((moved) => moved.date === date)) return null;
  const holiday = calendar.holidays.find((row) => row.date === date);
  if (holiday) return { date, reason: holiday.code, insteadOf: holiday.insteadOf ?? null };
  return weekdayOf(date) >= 6 ? { date, reason: 'weekend', insteadOf: null } : null;
}

/** Returns every non-working day from `from` to `to`, both included, in order. */
export function nonWorkingDays(
  from: CivilDate,
  to: CivilDate,
  calendar: WorkingCalendar,
): readonly NonWorkingDay[] {
  const days: NonWorkingDay[] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) {
    const day = nonWorkingDay(date, calendar);
    if (day) days.push(day);
  }
  return days;
}

export function lastWorkingDayOnOrBefore(date: CivilDate, calendar: WorkingCalendar): CivilDate {
  return seek(date, -1, calendar);
}

export function nextWorkingDayOnOrAfter(date: CivilDate, calendar: WorkingCalendar): CivilDate {
  return seek(date, 1, calendar);
}

/**
 * Returns the `count`-th working day after `from` (Civil Code art. 173: the term starts on the next day); 0 returns
 * `from`. Throws RangeError for a negative or fractional count.
 */
export function addWorkingDays(from: CivilDate, count: number, calendar: WorkingCalendar): CivilDate {
  if (!Number.isInteger(count) || count < 0) throw new RangeError(`Not a number of working days: ${count}`);
  let date = from;
  for (let day = 0; day < count; day += 1) date = seek(addDays(date, 1), 1, calendar);
  return date;
}

/**
 * Counts the working days after `from` up to and including `to`, the inverse of `addWorkingDays`; negative backwards.
 */
export function workingDaysBetween(from: CivilDate, to: CivilDate, calendar: WorkingCalendar): number {
  if (to < from) return -workingDaysBetween(to, from, calendar);
  let count = 0;
  for (let date = from; date < to; ) {
    date = addDays(date, 1);
    if (isWorkingDay(date, calendar)) count += 1;
  }
  return count;
}

export function yearOf(date: CivilDate): number {
  return Number(date.slice(0, 4));
}

export function isYearConfirmed(year: number, calendar: WorkingCalendar): boolean {
  return calendar.years.some((row) => row.year === year && row.confirmed);
}

/** In days. No real calendar has so long a break, so a wrong one throws instead of looping. */
const LONGEST_BREAK = 60;

function seek(date: CivilDate, step: 1 | -1, calendar: WorkingCalendar): CivilDate {
  let found = date;
  for (let tried = 0; tried <= LONGEST_BREAK; tried += 1) {
    if (isWorkingDay(found, calendar)) return found;
    found = addDays(found, step);
  }
  throw new RangeError(
    `Calendar ${calendar.version} has no working day within ${LONGEST_BREAK} days of ${date}`,
  );
}
