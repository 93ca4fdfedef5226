import { expect, test } from 'vitest';
import { daysOf } from './periods.ts';

test.each([
  ['all', {}],
  ['month', { from: '2026-03-01', to: '2026-03-31' }],
  ['last_month', { from: '2026-02-01', to: '2026-02-28' }],
  ['year', { from: '2026-01-01', to: '2026-12-31' }],
  ['last_year', { from: '2025-01-01', to: '2025-12-31' }],
] as const)('%s on the last day of March', (period, days) => {
  expect(daysOf(period, '2026-03-31')).toEqual(days);
});
