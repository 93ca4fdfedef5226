import { expect, test } from 'vitest';
import { EXPECTED, everything, printed } from '#tests/cases/formats.ts';
import { loadTranslator } from './load.ts';
import { LOCALES } from './locale.ts';

test.each(LOCALES)('Chromium prints %s as Node does', (locale) => {
  expect(printed(locale)).toEqual(EXPECTED[locale]);
});

test('Kazakh in Chromium has no M11, no English and no comma thousands', async () => {
  const { t, format } = await loadTranslator('kk');
  const counted = [1, 2, 5, 21, 12_345].map((n) => t('due.days_left', { n })).join('\n');
  const text = `${everything('kk')}\n${counted}\n${format.number(1_234_567)}`;
  expect(text).not.toMatch(/\bM\d\d\b/);
  expect(text).not.toMatch(/[a-z]/i);
  expect(text).not.toMatch(/\d,\d{3}/);
});

test.each(LOCALES)('the bundle of %s gives in Chromium the texts of the catalogue', async (locale) => {
  const { t } = await loadTranslator(locale);
  const days = { kk: '21 күн қалды', ru: 'Остался 21 день', en: '21 days left' };
  expect(t('due.days_left', { n: 21 })).toBe(days[locale]);
});
