import { expect, test } from 'vitest';
import { dayIn, timeIn } from './day-text.ts';

const TODAY = '2026-11-22';

test.each([
  ['22.11.2026', '2026-11-22'],
  ['1.2.26', '2026-02-01'],
  ['05.11', '2026-11-05'],
  ['05.11.', '2026-11-05'],
  ['051126', '2026-11-05'],
  [' 5/11/2026 ', '2026-11-05'],
  ['2026-11-05', '2026-11-05'],
  ['31.02.2026', null],
  ['32.01.2026', null],
  ['tomorrow', null],
  ['', null],
])('the day in "%s"', (typed, day) => {
  expect(dayIn(typed, TODAY)).toBe(day);
});

test.each([
  ['22.11', '2026-11-22', '2026-11-22'],
  ['21.11', '2026-11-21', '2027-11-21'],
  ['23.11', '2025-11-23', '2026-11-23'],
  ['31.12', '2025-12-31', '2026-12-31'],
  ['29.02', '2024-02-29', '2028-02-29'],
  ['30.02', null, null],
  ['31.12.2026', '2026-12-31', '2026-12-31'],
  ['311226', '2026-12-31', '2026-12-31'],
])('"%s" is %s of what happened and %s of what is planned', (typed, past, planned) => {
  expect([dayIn(typed, TODAY), dayIn(typed, TODAY, 'ahead')]).toEqual([past, planned]);
});

test('on New Year’s Day the last evening is a year number less', () => {
  expect(dayIn('31.12', '2027-01-01')).toBe('2026-12-31');
});

test.each([
  ['14:03', '14:03'],
  ['9.05', '09:05'],
  ['0905', '09:05'],
  ['9', '09:00'],
  ['24:00', null],
  ['12:60', null],
  ['noon', null],
])('the time in "%s"', (typed, time) => {
  expect(timeIn(typed)).toBe(time);
});
