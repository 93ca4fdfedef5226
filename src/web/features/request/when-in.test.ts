import { expect, test } from 'vitest';
import { formatter } from '#i18n/format.ts';
import { whenIn, whenTyped } from './when-in.ts';

test('a day and a time are read in the time zone of the service', () => {
  expect(whenIn({ day: '22.11', time: '9' }, '2026-11-22')?.toString()).toBe('2026-11-22T04:00:00Z');
});

test('an invalid day or time gives null', () => {
  expect(whenIn({ day: '31.02.2026', time: '10:00' }, '2026-11-22')).toBeNull();
  expect(whenIn({ day: '22.11.2026', time: '25:00' }, '2026-11-22')).toBeNull();
});

test('a formatted moment is read back to the minute', () => {
  const typed = whenTyped('2026-11-22T18:59:31Z', formatter('kk'));
  expect(typed).toEqual({ day: '22.11.2026', time: '23:59' });
});
