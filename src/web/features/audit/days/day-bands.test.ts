import { expect, test } from 'vitest';
import type { AuditDay } from '#contract/audit-days.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { addDays } from '#domain/time/civil.ts';
import type { DayRange } from '../when-range.ts';
import { barHeights, dayBands } from './day-bands.ts';

const LAST = '2026-11-22';
const days = (length: number): readonly AuditDay[] =>
  Array.from({ length }, (_, at) => ({ on: addDays(LAST, at + 1 - length), count: at, denied: at % 2 }));
const bands = (length: number, most: number, listed: DayRange = {}) =>
  dayBands(days(length), most, listed, CALENDAR);

test('thirty days are thirty bars if there is room', () => {
  const parts = bands(30, 45);
  expect([parts.length, parts[0]?.from, parts.at(-1)?.to, parts[3]?.count]).toEqual([
    30,
    '2026-10-24',
    LAST,
    3,
  ]);
});

test.each([
  [30, 7, 6, 5],
  [92, 7, 7, 8],
  [92, 45, 31, 2],
  [60, 45, 30, 2],
  [1, 45, 1, 1],
])('%i days in at most %i bars', (length, most, count, first) => {
  const parts = bands(length, most);
  expect([parts.length, days(length).filter(({ on }) => on <= (parts[0]?.to ?? '')).length]).toEqual([
    count,
    first,
  ]);
});

test('bars of several days contain every event', () => {
  const total = (list: readonly { count: number; denied: number }[]) =>
    list.reduce((sum, { count, denied }) => sum + count * 1000 + denied, 0);
  expect(total(bands(92, 7))).toBe(total(days(92)));
});

test('weekend days are marked as free', () => {
  expect(bands(7, 45).map(({ free }) => free)).toEqual([false, false, false, false, false, true, true]);
});

test('bars inside the range of the list are marked', () => {
  const listed = (range: DayRange) => bands(4, 45, range).map((band) => [band.listed, band.picked]);
  expect(listed({ from: '2026-11-20', to: '2026-11-20' })).toEqual([
    [false, false],
    [true, true],
    [false, false],
    [false, false],
  ]);
  expect(listed({ from: '2026-11-22' })).toEqual([
    [false, false],
    [false, false],
    [false, false],
    [true, true],
  ]);
  expect(listed({}).flat()).toEqual([true, false, true, false, true, false, true, false]);
});

test('the axis labels its ends and the Mondays between', () => {
  const named = bands(30, 45).flatMap(({ axis, from }) => (axis ? [`${axis} ${from}`] : []));
  expect(named).toEqual([
    'start 2026-10-24',
    'middle 2026-11-02',
    'middle 2026-11-09',
    'middle 2026-11-16',
    'end 2026-11-22',
  ]);
});

test('the highest bar fills the picture, and a single refusal remains visible', () => {
  expect([
    barHeights({ count: 4000, denied: 1 }, 4000),
    barHeights({ count: 1, denied: 0 }, 4000),
    barHeights({ count: 1, denied: 1 }, 4000),
    barHeights({ count: 0, denied: 0 }, 0),
    barHeights({ count: 1, denied: 0 }, 1),
  ]).toEqual([
    { all: 100, denied: 7 },
    { all: 4, denied: 0 },
    { all: 7, denied: 7 },
    { all: 0, denied: 0 },
    { all: 20, denied: 0 },
  ]);
});
