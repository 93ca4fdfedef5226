import { expect, test } from 'vitest';
import { HEALTH_FINDINGS, type HealthCheck, type HealthRow, healthChecks } from '#contract/health.ts';
import { LOCALES } from '#i18n/locale.ts';
import { translator } from '#i18n/translator.ts';
import { healthSentence, inOrder } from './health.ts';

const AT = '2026-11-30T10:00:00Z';
const rowsOf = (check: HealthCheck): readonly HealthRow[] =>
  HEALTH_FINDINGS[check].map((says) => ({ check, state: 'ok', says, at: AT, count: 3, names: ['purge'] }));

test.each(LOCALES)('every finding is a whole sentence in %s', (locale) => {
  const words = translator(locale);
  for (const row of healthChecks.flatMap(rowsOf)) {
    const sentence = healthSentence(row, words);
    expect(sentence, row.says).toMatch(/^\p{Lu}.*\.$/u);
    expect(sentence, row.says).not.toMatch(/[{}]|undefined|health\.|_/);
  }
});

test('faults come first, then what to look at', () => {
  const rows: readonly HealthRow[] = [
    { check: 'database', state: 'ok', says: 'database_embedded' },
    { check: 'mail', state: 'look', says: 'mail_off' },
    { check: 'jobs', state: 'fault', says: 'jobs_late', names: [] },
  ];
  expect(inOrder(rows).map(({ check }) => check)).toEqual(['jobs', 'mail', 'database']);
});
