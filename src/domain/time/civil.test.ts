import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  addDays,
  assertZoneData,
  civilDateAt,
  daysBetween,
  earliest,
  latest,
  nextLocalMidnight,
  startOfDay,
  weekdayOf,
} from './civil.ts';

const at = (instant: string) => Temporal.Instant.from(instant);
const SEEDED = { seed: 20261122, numRuns: 300 };
const date = fc.integer({ min: -2000, max: 2000 }).map((days) => addDays('2026-11-22', days));

test('a day begins at 19:00 UTC', () => {
  expect(civilDateAt(at('2026-11-20T18:59:59.999999999Z'))).toBe('2026-11-20');
  expect(civilDateAt(at('2026-11-20T19:00:00Z'))).toBe('2026-11-21');
});

test('the hour that was repeated on 29 February 2024 belongs to that day both times', () => {
  expect(civilDateAt(at('2024-02-29T17:30:00Z'))).toBe('2024-02-29');
  expect(civilDateAt(at('2024-02-29T18:30:00Z'))).toBe('2024-02-29');
  expect(startOfDay('2024-03-01').toString()).toBe('2024-02-29T19:00:00Z');
});

test('the next midnight is always in the future, also at midnight', () => {
  expect(nextLocalMidnight(at('2026-11-22T18:59:59Z')).toString()).toBe('2026-11-22T19:00:00Z');
  expect(nextLocalMidnight(at('2026-11-22T19:00:00Z')).toString()).toBe('2026-11-23T19:00:00Z');
});

test('the day of the zone change is 25 hours long', () => {
  const midnight = nextLocalMidnight(at('2024-02-28T12:00:00Z'));
  expect(midnight.until(nextLocalMidnight(midnight)).total('hours')).toBe(25);
});

test('weeks begin on Monday', () => {
  expect(weekdayOf('2026-11-23')).toBe(1);
  expect(weekdayOf('2026-11-22')).toBe(7);
});

test('a date that does not exist is refused', () => {
  expect(() => addDays('2027-02-29', 1)).toThrow(RangeError);
});

test('earliest and latest compare dates as dates', () => {
  expect(earliest('2026-12-01', '2026-11-30', '2027-01-01')).toBe('2026-11-30');
  expect(latest('2026-12-01', '2026-11-30', '2027-01-01')).toBe('2027-01-01');
});

test('current zone data pass, stale ones are reported with their place', () => {
  expect(() => assertZoneData()).not.toThrow();
  expect(() => assertZoneData('+06:00', 'the database')).toThrow(/the database.*\+06:00.*2024a/);
});

test('adding days and counting them are inverse', () => {
  const inverse = (from: string, days: number) => daysBetween(from, addDays(from, days)) === days;
  fc.assert(fc.property(date, fc.integer({ min: -800, max: 800 }), inverse), SEEDED);
});

test('dates sort as text in the order of the days', () => {
  fc.assert(
    fc.property(date, date, (a, b) => a < b === daysBetween(a, b) > 0),
    SEEDED,
  );
});

test('the first instant of a day belongs to it, the instant before does not', () => {
  fc.assert(
    fc.property(date, (day) => {
      const start = startOfDay(day);
      return (
        civilDateAt(start) === day && civilDateAt(start.subtract({ nanoseconds: 1 })) === addDays(day, -1)
      );
    }),
    SEEDED,
  );
});
