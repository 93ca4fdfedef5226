import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addWorkingDays,
  CALENDAR,
  isWorkingDay,
  isYearConfirmed,
  lastWorkingDayOnOrBefore,
  nextWorkingDayOnOrAfter,
  nonWorkingDays,
  type WorkingCalendar,
  workingDaysBetween,
} from './calendar.ts';
import { addDays, weekdayOf } from './civil.ts';

const SEEDED = { seed: 20261122, numRuns: 200 };
const date = fc.integer({ min: 0, max: 700 }).map((days) => addDays('2026-01-01', days));
const count = fc.integer({ min: 0, max: 30 });

test('31 August 2026 is a working day: 30 August is no longer a holiday', () => {
  expect(isWorkingDay('2026-08-31', CALENDAR)).toBe(true);
});

test('Constitution Day is free from 2027', () => {
  expect(isWorkingDay('2027-03-15', CALENDAR)).toBe(false);
});

test('7 January and Kurban Ait never move to another day', () => {
  const moved = CALENDAR.holidays.filter(({ insteadOf }) => insteadOf).map(({ code }) => code);
  expect(moved).not.toContain('orthodox_christmas');
  expect(moved).not.toContain('kurban_ait');
});

test('every holiday on a day off is replaced by the next working day', () => {
  const standIns = CALENDAR.holidays.filter(({ insteadOf }) => insteadOf);
  const bare = { ...CALENDAR, holidays: CALENDAR.holidays.filter(({ insteadOf }) => !insteadOf) };
  const onDayOff = bare.holidays.filter(
    ({ date, code }) => weekdayOf(date) >= 6 && code !== 'orthodox_christmas' && code !== 'kurban_ait',
  );
  expect(standIns.map(({ insteadOf }) => insteadOf)).toEqual(onDayOff.map(({ date }) => date));
  for (const { date, insteadOf = '' } of standIns) {
    expect(isWorkingDay(date, bare)).toBe(true);
    expect(workingDaysBetween(insteadOf, date, CALENDAR)).toBe(0);
  }
});

test('dates of the calendar are unique, in order, and in a year that has a row', () => {
  const dates = CALENDAR.holidays.map((holiday) => holiday.date);
  expect(dates).toEqual([...new Set(dates)].toSorted());
  const years = CALENDAR.years.map(({ year }) => String(year));
  expect(dates.filter((each) => !years.includes(each.slice(0, 4)))).toEqual([]);
});

test('2026 is confirmed, 2027 not yet, a year without a row never', () => {
  expect([2026, 2027, 2028].map((year) => isYearConfirmed(year, CALENDAR))).toEqual([true, false, false]);
});

test('a holiday on a weekend is reported as the holiday', () => {
  expect(nonWorkingDays('2026-10-23', '2026-10-27', CALENDAR)).toEqual([
    { date: '2026-10-24', reason: 'weekend', insteadOf: null },
    { date: '2026-10-25', reason: 'republic_day', insteadOf: null },
    { date: '2026-10-26', reason: 'republic_day', insteadOf: '2026-10-25' },
  ]);
});

test('a Saturday declared working counts, a Friday declared free does not', () => {
  const moved: WorkingCalendar = {
    ...CALENDAR,
    holidays: [...CALENDAR.holidays, { date: '2026-12-18', code: 'moved_day_off', source: 'trial' }],
    movedWorkingDays: [{ date: '2026-12-19', source: 'trial' }],
  };
  expect(addWorkingDays('2026-12-17', 1, moved)).toBe('2026-12-19');
});

test('a calendar is unchanged after JSON', () => {
  expect(JSON.parse(JSON.stringify(CALENDAR))).toEqual(CALENDAR);
});

test('a calendar without a working day throws', () => {
  const holidays = Array.from({ length: 70 }, (_, day) => addDays('2026-06-01', day));
  const endless: WorkingCalendar = {
    ...CALENDAR,
    version: 'endless',
    holidays: holidays.map((each) => ({ date: each, code: 'moved_day_off', source: 'trial' })),
  };
  expect(() => nextWorkingDayOnOrAfter('2026-06-01', endless)).toThrow(/endless/);
});

test('a negative or fractional number of working days is refused', () => {
  expect(() => addWorkingDays('2026-06-01', -1, CALENDAR)).toThrow(RangeError);
  expect(() => addWorkingDays('2026-06-01', 1.5, CALENDAR)).toThrow(RangeError);
});

test('more working days never lead to an earlier date, a later start never to an earlier end', () => {
  fc.assert(
    fc.property(date, count, fc.integer({ min: 0, max: 20 }), (from, days, later) => {
      const end = addWorkingDays(from, days, CALENDAR);
      expect(addWorkingDays(from, days + 1, CALENDAR) > end).toBe(true);
      expect(addWorkingDays(addDays(from, later), days, CALENDAR) >= end).toBe(true);
    }),
    SEEDED,
  );
});

test('counting working days is the inverse of adding them', () => {
  fc.assert(
    fc.property(date, count, (from, days) => {
      const end = addWorkingDays(from, days, CALENDAR);
      expect(workingDaysBetween(from, end, CALENDAR)).toBe(days);
      expect(workingDaysBetween(end, from, CALENDAR)).toBe(days === 0 ? 0 : -days);
    }),
    SEEDED,
  );
});

test('the nearest working days enclose a date, and equal it on a working day', () => {
  fc.assert(
    fc.property(date, (day) => {
      const before = lastWorkingDayOnOrBefore(day, CALENDAR);
      const after = nextWorkingDayOnOrAfter(day, CALENDAR);
      expect(before <= day && day <= after).toBe(true);
      expect(isWorkingDay(before, CALENDAR) && isWorkingDay(after, CALENDAR)).toBe(true);
      expect(before === after).toBe(isWorkingDay(day, CALENDAR));
    }),
    SEEDED,
  );
});
