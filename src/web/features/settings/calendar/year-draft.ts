/** A year of the calendar while it is edited: the days in order, what may be added, and whether anything changed. */
import type { GivenYear } from '#contract/calendar.ts';
import type { Settings } from '#contract/settings.ts';
import type { HolidayCode } from '#domain/time/calendar.ts';
import { holidaysByLaw } from '#domain/time/calendar-law.ts';
import { type CivilDate, weekdayOf } from '#domain/time/civil.ts';

type YearView = Settings['calendar']['years'][number];

/** What a day becomes: a free day of a name, or a working day although it is on a weekend. */
export type DayKind = HolidayCode | 'working';

export function draftOf({ year, confirmedAt, source, holidays, movedWorkingDays }: YearView): GivenYear {
  return {
    year,
    // By staff of this desk; that a year was shipped as official is not their word.
    confirmed: confirmedAt !== null,
    source: source ?? '',
    holidays: holidays.map((day) => ({ ...day })),
    movedWorkingDays: [...movedWorkingDays],
  };
}

/** A year that nobody has entered: the days by law, to be corrected by the official calendar. */
export function newYear(year: number): GivenYear {
  const holidays = holidaysByLaw(year).map(({ date, code, insteadOf = null }) => ({
    on: date,
    code,
    insteadOf,
  }));
  return { year, confirmed: false, source: '', holidays, movedWorkingDays: [] };
}

type DayFault =
  | 'fault.bad_format'
  | 'settings.calendar.other_year'
  | 'settings.calendar.already'
  | 'settings.calendar.already_working';

/** Why the day cannot be added, as a message; null if it can. */
export function dayFault(draft: GivenYear, on: CivilDate | null, kind: DayKind): DayFault | null {
  if (on === null) return 'fault.bad_format';
  if (!on.startsWith(`${draft.year}-`)) return 'settings.calendar.other_year';
  if (draft.holidays.some((day) => day.on === on) || draft.movedWorkingDays.includes(on))
    return 'settings.calendar.already';
  return kind === 'working' && weekdayOf(on) < 6 ? 'settings.calendar.already_working' : null;
}

/** With other days, the year has not been compared with the official calendar yet. */
export function withDay(draft: GivenYear, on: CivilDate, kind: DayKind): GivenYear {
  const other = { ...draft, confirmed: false };
  if (kind === 'working') return { ...other, movedWorkingDays: [...draft.movedWorkingDays, on].toSorted() };
  const holidays = [...draft.holidays, { on, code: kind, insteadOf: null }];
  return { ...other, holidays: holidays.toSorted((a, b) => (a.on < b.on ? -1 : 1)) };
}

export function withoutDay(draft: GivenYear, on: CivilDate): GivenYear {
  return {
    ...draft,
    confirmed: false,
    holidays: draft.holidays.filter((day) => day.on !== on),
    movedWorkingDays: draft.movedWorkingDays.filter((day) => day !== on),
  };
}

export function sameYear(one: GivenYear, other: GivenYear): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
