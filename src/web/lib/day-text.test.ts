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
