import { expect, test } from 'vitest';
import { CALENDAR } from './calendar.ts';
import { holidaysByLaw } from './calendar-law.ts';
import { calendarYear, calendarYearFaults, changedDays, withYear } from './calendar-year.ts';

const YEAR = calendarYear(CALENDAR, 2026);
const bare = ({ date, code, insteadOf }: (typeof CALENDAR.holidays)[number]) =>
  [date, code, insteadOf].filter(Boolean).join(' ');

test('a year taken out and put back changes no day', () => {
  const back = withYear(CALENDAR, YEAR);
  expect(back).toEqual({ ...CALENDAR, movedWorkingDays: [] });
  expect(changedDays(CALENDAR, back, 2026)).toEqual([]);
});

test('a free day, a removed one and a moved working day are the changed days', () => {
  const after = withYear(CALENDAR, {
    ...YEAR,
    holidays: [
      ...YEAR.holidays.filter(({ date }) => date !== '2026-12-16'),
      { date: '2026-12-18', code: 'moved_day_off' },
      // Already free: a Saturday.
      { date: '2026-11-21', code: 'moved_day_off' },
    ],
    movedWorkingDays: ['2026-12-20'],
  });
  expect(changedDays(CALENDAR, after, 2026)).toEqual([
    { date: '2026-12-16', becomes: 'working' },
    { date: '2026-12-18', becomes: 'free' },
    { date: '2026-12-20', becomes: 'working' },
  ]);
});

test('a year that is added is unconfirmed until it says otherwise', () => {
  const added = withYear(CALENDAR, { ...calendarYear(CALENDAR, 2028), holidays: holidaysByLaw(2028) });
  expect(added.years.map(({ year, confirmed }) => [year, confirmed])).toEqual([
    [2026, true],
    [2027, false],
    [2028, false],
  ]);
});

test.each([
  [
    'a day of another year',
    { holidays: [{ date: '2027-01-01', code: 'new_year' }] },
    '/holidays/0/on',
    'mismatch',
  ],
  [
    'a day named twice',
    { holidays: [{ date: '2026-06-01', code: 'moved_day_off' }], movedWorkingDays: ['2026-06-01'] },
    '/movedWorkingDays/0',
    'already_used',
  ],
  [
    'a moved working day in the week',
    { movedWorkingDays: ['2026-06-01'] },
    '/movedWorkingDays/0',
    'not_for_type',
  ],
] as const)('%s is refused', (_, more, pointer, code) => {
  const given = { ...YEAR, holidays: [], movedWorkingDays: [], ...more };
  expect(calendarYearFaults(CALENDAR, given)).toEqual([{ pointer, code }]);
});

test('a break in which no term could end is refused', () => {
  const holidays = Array.from({ length: 14 }, (_, day) => ({
    date: `2026-06-${String(day + 1).padStart(2, '0')}`,
    code: 'moved_day_off' as const,
  }));
  // With the weekend before it, the break is 16 days long.
  expect(calendarYearFaults(CALENDAR, { ...YEAR, holidays })).toEqual([
    { pointer: '/holidays', code: 'too_many' },
  ]);
  expect(calendarYearFaults(CALENDAR, { ...YEAR, holidays: holidays.slice(4) })).toEqual([]);
});

test.each([2026, 2027])('the days by law are the shipped ones of %i, but for Kurban Ait', (year) => {
  const shipped = calendarYear(CALENDAR, year).holidays.filter(({ code }) => code !== 'kurban_ait');
  expect(holidaysByLaw(year).map(bare)).toEqual(shipped.map(bare));
});
