import { expect, test } from 'vitest';
import { formatter } from '#i18n/format.ts';
import { whenIn, whenTyped } from './when-in.ts';

test('a day and a time are read at the desk’s clock', () => {
  expect(whenIn({ day: '22.11', time: '9' }, '2026-11-22')?.toString()).toBe('2026-11-22T04:00:00Z');
});

test('what is no moment is none', () => {
  expect(whenIn({ day: '31.02.2026', time: '10:00' }, '2026-11-22')).toBeNull();
  expect(whenIn({ day: '22.11.2026', time: '25:00' }, '2026-11-22')).toBeNull();
});

test('what is shown is read back to the minute', () => {
  const typed = whenTyped('2026-11-22T18:59:31Z', formatter('kk'));
  expect(typed).toEqual({ day: '22.11.2026', time: '23:59' });
});
