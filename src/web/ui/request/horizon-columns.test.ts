import { describe, expect, test } from 'vitest';
import { CALENDAR } from '#domain/time/calendar.ts';
import { addDays } from '#domain/time/civil.ts';
import { horizonBands, horizonColumns } from './horizon-columns.ts';

/** A Friday. */
const TODAY = '2026-11-20';
const due = (...ahead: readonly number[]) => ahead.map((n) => ({ on: addDays(TODAY, n), count: 2 }));
const column = (ahead: number, columns = horizonColumns(due(ahead), 0, TODAY, CALENDAR)) =>
  columns[ahead + 6];

describe('columns', () => {
  test('one for everything more than five days late, five days back, today, thirty ahead', () => {
    const columns = horizonColumns([], 7, TODAY, CALENDAR);
    expect(columns).toHaveLength(37);
    expect(columns[0]).toMatchObject({ from: null, to: '2026-11-14', count: 7, kind: 'earlier' });
    expect(columns[6]).toMatchObject({ from: TODAY, kind: 'today' });
    expect(columns.at(-1)).toMatchObject({ from: '2026-12-20' });
  });

  test('weekends and holidays are shaded with their reason', () => {
    expect(column(1)?.free).toBe('weekend');
    expect(column(26)?.free).toBe('independence_day');
    expect(column(3)?.free).toBeNull();
  });

  test('on a Friday, Saturday’s and Sunday’s dates are urgent too', () => {
    expect([-1, 0, 1, 2, 3, 4].map((ahead) => column(ahead)?.tone)).toEqual([
      'late',
      'urgent',
      'urgent',
      'urgent',
      'urgent',
      'calm',
    ]);
  });

  test('dates on the axis never overlap', () => {
    const shown = horizonColumns([], 0, TODAY, CALENDAR).flatMap(({ axis }, index) => (axis ? [index] : []));
    const gaps = shown.slice(1).map((index, n) => index - (shown[n] ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2);
  });
});

test('bands count every request once', () => {
  const columns = horizonColumns(due(-5, -1, 0, 1, 3, 4, 10, 11, 20, 21, 30), 3, TODAY, CALENDAR);
  expect(horizonBands(columns, TODAY).map(({ count }) => count)).toEqual([7, 2, 4, 4, 4, 4]);
});
