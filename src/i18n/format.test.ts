import { expect, test } from 'vitest';
import { EXPECTED, everything, printed } from '#tests/cases/formats.ts';
import { formatter } from './format.ts';
import { LOCALES } from './locale.ts';

test.each(LOCALES)('dates and numbers in %s', (locale) => {
  expect(printed(locale)).toEqual(EXPECTED[locale]);
});

test('Kazakh days of two years contain no Latin letter', () => {
  expect(everything('kk')).not.toMatch(/[a-z]/i);
});

test('an instant before 1 March 2024 is shown with the UTC offset of that day', () => {
  const { dateTime } = formatter('ru');
  expect(dateTime('2024-02-29T17:59:00Z')).toBe('29.02.2024\u00a023:59');
  expect(dateTime('2024-02-29T18:00:00Z')).toBe('29.02.2024\u00a023:00');
});

test('a share below 1 is never shown as 100 %', () => {
  expect([0, 0.004, 0.5, 0.994, 0.9999, 1].map(formatter('en').percent)).toEqual([
    '0%',
    '0%',
    '50%',
    '99%',
    '99%',
    '100%',
  ]);
});
