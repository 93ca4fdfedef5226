import { expect, test } from 'vitest';
import { CALENDAR } from '#domain/time/calendar.ts';
import { dayFault, newYear, sameYear, withDay, withoutDay } from './year-draft.ts';

const YEAR = newYear(2027);

test('a new year begins with the days by law, unconfirmed and without a source', () => {
  const shipped = CALENDAR.holidays.filter(
    ({ date, code }) => date.startsWith('2027') && code !== 'kurban_ait',
  );
  expect(YEAR.holidays.map(({ on }) => on)).toEqual(shipped.map(({ date }) => date));
  expect([YEAR.confirmed, YEAR.source]).toEqual([false, '']);
});

test('a day added and taken away again leaves the year as it was', () => {
  const added = withDay(YEAR, '2027-05-17', 'kurban_ait');
  expect(added.holidays.map(({ on }) => on).toSorted()).toEqual(added.holidays.map(({ on }) => on));
  expect(sameYear(added, YEAR)).toBe(false);
  expect(sameYear(withoutDay(added, '2027-05-17'), YEAR)).toBe(true);
  const moved = withDay(YEAR, '2027-05-15', 'working');
  expect(moved.movedWorkingDays).toEqual(['2027-05-15']);
  expect(sameYear(withoutDay(moved, '2027-05-15'), YEAR)).toBe(true);
});

test('a year that is changed has not been compared with the official calendar yet', () => {
  const compared = { ...YEAR, confirmed: true };
  expect(withDay(compared, '2027-05-17', 'kurban_ait').confirmed).toBe(false);
  expect(withoutDay(compared, '2027-01-04').confirmed).toBe(false);
});

test.each([
  [null, 'moved_day_off', 'fault.bad_format'],
  ['2026-05-17', 'moved_day_off', 'settings.calendar.other_year'],
  ['2027-01-01', 'moved_day_off', 'settings.calendar.already'],
  ['2027-05-18', 'working', 'settings.calendar.already_working'],
  ['2027-05-15', 'working', null],
  ['2027-05-18', 'moved_day_off', null],
] as const)('%s as %s: %s', (on, kind, fault) => {
  expect(dayFault(YEAR, on, kind)).toBe(fault);
});
