/** A year as an administrator gives it: checked, and as the calendar it would make. */
import type { GivenYear } from '#contract/calendar.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import {
  type CalendarYear,
  type ChangedDay,
  calendarYearFaults,
  changedDays,
  withYear,
} from '#domain/time/calendar-year.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { StoredCalendar } from '#server/settings/stored-calendar.ts';

export type Edited = {
  days: readonly ChangedDay[];
  calendar: WorkingCalendar;
};

/** @throws Refusal `validation_failed` with the faults of the year's days */
export function editedBy(given: GivenYear, before: WorkingCalendar): Edited {
  const year = yearOfWire(given);
  const faults = calendarYearFaults(before, year);
  if (faults.length > 0) throw new Refusal('validation_failed', { errors: faults });
  const calendar = withYear(before, year);
  return { days: changedDays(before, calendar, given.year), calendar };
}

/** What is stored after the edit. The revision, which dates are computed with, changes only with the days. */
export function storedAfter(
  before: StoredCalendar,
  given: GivenYear,
  days: readonly ChangedDay[],
  by: { at: string; by: string },
): StoredCalendar {
  const { [String(given.year)]: _, ...others } = before.confirmed;
  const { source, holidays, movedWorkingDays } = yearOfWire(given);
  return {
    revision: before.revision + (days.length > 0 ? 1 : 0),
    years: {
      ...before.years,
      [String(given.year)]: {
        source,
        holidays: holidays.map(({ date, code, insteadOf }) => ({
          date,
          code,
          ...(insteadOf ? { insteadOf } : {}),
        })),
        movedWorkingDays: [...movedWorkingDays],
      },
    },
    confirmed: given.confirmed ? { ...others, [String(given.year)]: by } : others,
  };
}

function yearOfWire({ holidays, ...given }: GivenYear): CalendarYear {
  return {
    ...given,
    holidays: holidays.map(({ on, code, insteadOf }) => ({
      date: on,
      code,
      ...(insteadOf ? { insteadOf } : {}),
    })),
  };
}
