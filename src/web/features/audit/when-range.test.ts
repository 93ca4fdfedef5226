import { expect, test } from 'vitest';
import { listDays, pictureDays, type WhenQuery } from './when-range.ts';

/** A Sunday. */
const TODAY = '2026-11-22';

test.each([
  ['today', '2026-11-22', undefined],
  ['yesterday', '2026-11-21', '2026-11-21'],
  ['last_week', '2026-11-09', '2026-11-15'],
  ['week', '2026-11-16', undefined],
  ['month', '2026-10-24', undefined],
  ['this_month', '2026-11-01', undefined],
] as const)('%s begins on %s', (when, from, to) => {
  expect(listDays({ when }, TODAY)).toEqual({ from, to });
});

test('on a Monday last week is the one that ended yesterday', () => {
  expect(listDays({ when: 'last_week' }, '2026-11-16')).toEqual({ from: '2026-11-09', to: '2026-11-15' });
});

test('a picked day narrows the list and not the picture', () => {
  const picked: WhenQuery = { when: 'month', on: { from: '2026-11-02', to: '2026-11-02' } };
  expect([listDays(picked, TODAY), pictureDays(picked, TODAY)]).toEqual([
    { from: '2026-11-02', to: '2026-11-02' },
    { from: '2026-10-24', to: '2026-11-22' },
  ]);
});

test.each<[string, WhenQuery, string, string]>([
  ['the whole log', {}, '2026-10-24', '2026-11-22'],
  ['today', { when: 'today' }, '2026-10-24', '2026-11-22'],
  ['one day long ago', { from: '2026-06-15', to: '2026-06-15' }, '2026-05-31', '2026-06-29'],
  ['a day lately', { from: '2026-11-20', to: '2026-11-20' }, '2026-10-24', '2026-11-22'],
  ['everything until a day', { to: '2026-06-15' }, '2026-05-17', '2026-06-15'],
  ['two months', { from: '2026-09-22', to: '2026-11-20' }, '2026-09-22', '2026-11-20'],
  ['a time that is still to come', { from: '2026-12-01', to: '2026-12-24' }, '2026-10-24', '2026-11-22'],
])('the picture of %s', (_, query, from, to) => {
  expect(pictureDays(query, TODAY)).toEqual({ from, to });
});
