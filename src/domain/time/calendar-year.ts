// One year of the working calendar, as staff edit it: taken out, checked, put back, and compared with what it was.
import { type Holiday, isWorkingDay, nonWorkingDay, type WorkingCalendar, yearOf } from './calendar.ts';
import { addDays, type CivilDate, weekdayOf } from './civil.ts';

/** Plain JSON. */
export type CalendarYear = {
  readonly year: number;
  readonly confirmed: boolean;
  readonly source: string;
  readonly holidays: readonly Holiday[];
  readonly movedWorkingDays: readonly CivilDate[];
};

/** Returns a year of the calendar; an unknown one is unconfirmed and has no holidays. */
export function calendarYear(calendar: WorkingCalendar, year: number): CalendarYear {
  const row = calendar.years.find((each) => each.year === year);
  const isOfYear = ({ date }: { date: CivilDate }) => yearOf(date) === year;
  return {
    year,
    confirmed: row?.confirmed ?? false,
    source: row?.source ?? '',
    holidays: calendar.holidays.filter(isOfYear),
    movedWorkingDays: (calendar.movedWorkingDays ?? []).filter(isOfYear).map(({ date }) => date),
  };
}

/** Returns the calendar with a year replaced or added; its version is the caller's to change. */
export function withYear(
  calendar: WorkingCalendar,
  { year, confirmed, source, holidays, movedWorkingDays }: CalendarYear,
): WorkingCalendar {
  const others = <Day extends { date: CivilDate }>(days: readonly Day[]) =>
    days.filter(({ date }) => yearOf(date) !== year);
  const byDate = (a: { date: CivilDate }, b: { date: CivilDate }) => (a.date < b.date ? -1 : 1);
  return {
    version: calendar.version,
    years: [...calendar.years.filter((each) => each.year !== year), { year, confirmed, source }].toSorted(
      (a, b) => a.year - b.year,
    ),
    holidays: [...others(calendar.holidays), ...holidays].toSorted(byDate),
    movedWorkingDays: [
      ...others(calendar.movedWorkingDays ?? []),
      ...movedWorkingDays.map((date) => ({ date })),
    ].toSorted(byDate),
  };
}

export type ChangedDay = { readonly date: CivilDate; readonly becomes: 'free' | 'working' };

/** Returns the days of a year that become free or working; a changed name or source changes no day. */
export function changedDays(
  before: WorkingCalendar,
  after: WorkingCalendar,
  year: number,
): readonly ChangedDay[] {
  const listed = [before, after].flatMap((calendar) => {
    const { holidays, movedWorkingDays } = calendarYear(calendar, year);
    return [...holidays.map(({ date }) => date), ...movedWorkingDays];
  });
  return [...new Set(listed)].toSorted().flatMap((date): readonly ChangedDay[] => {
    const isWorking = isWorkingDay(date, after);
    if (isWorking === isWorkingDay(date, before)) return [];
    return [{ date, becomes: isWorking ? 'working' : 'free' }];
  });
}

/** More consecutive days off than any real calendar has; a term must find a working day. */
const LONGEST_BREAK = 15;

export type YearFault = {
  /** RFC 6901, into the year. */
  readonly pointer: string;
  readonly code: 'mismatch' | 'already_used' | 'not_for_type' | 'too_many';
};

/**
 * Returns what is wrong with a year: a day of another year, a day named twice, a moved working day that is a working day
 * anyway, or a break without end.
 */
export function calendarYearFaults(calendar: WorkingCalendar, given: CalendarYear): readonly YearFault[] {
  const { year, holidays, movedWorkingDays } = given;
  const places = [
    ...holidays.map(({ date }, at) => ({ date, pointer: `/holidays/${at}/on`, moved: false })),
    ...movedWorkingDays.map((date, at) => ({ date, pointer: `/movedWorkingDays/${at}`, moved: true })),
  ];
  const faults = places.flatMap(({ date, pointer, moved }, at): readonly YearFault[] => {
    if (yearOf(date) !== year) return [{ pointer, code: 'mismatch' }];
    if (places.findIndex((each) => each.date === date) < at) return [{ pointer, code: 'already_used' }];
    return moved && weekdayOf(date) < 6 ? [{ pointer, code: 'not_for_type' }] : [];
  });
  if (faults.length > 0) return faults;
  return longestBreak(withYear(calendar, given), year) > LONGEST_BREAK
    ? [{ pointer: '/holidays', code: 'too_many' }]
    : [];
}

/** In days; breaks that reach over New Year are counted whole. */
function longestBreak(calendar: WorkingCalendar, year: number): number {
  let [longest, current] = [0, 0];
  for (let date = addDays(`${year}-01-01`, -LONGEST_BREAK); ; date = addDays(date, 1)) {
    current = nonWorkingDay(date, calendar) ? current + 1 : 0;
    longest = Math.max(longest, current);
    if (longest > LONGEST_BREAK || (current === 0 && yearOf(date) > year)) return longest;
  }
}
