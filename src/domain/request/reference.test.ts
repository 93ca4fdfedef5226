import { expect, test } from 'vitest';
import { fullReferenceIn, referenceIn } from './reference.ts';

test.each([
  ['NP-2026-000861', 'NP-2026-000861'],
  ['[NP-2026-000262]', 'NP-2026-000262'],
  ['Re: Жауап [NP-2026-000262] (2)', 'NP-2026-000262'],
  ['NP\u20112026\u2011000262', 'NP-2026-000262'],
  ['\u202aNP–2026–000262\u202c', 'NP-2026-000262'],
  ['np 2026 861', 'NP-2026-000861'],
  ['NP2026000861', 'NP-2026-000861'],
  ['ТЗ-2026-000861', 'NP-2026-000861'],
  ['тз 2026-861', 'NP-2026-000861'],
  ['НП-2026-000861', 'NP-2026-000861'],
  ['№ 861', 'NP-2026-000861'],
  ['np-2025-861', 'NP-2025-000861'],
  ['2025-000861', 'NP-2025-000861'],
  ['  861 ', 'NP-2026-000861'],
  ['000861', 'NP-2026-000861'],
  ['NP-2026-1000861', 'NP-2026-1000861'],
  ['2026-1000861', 'NP-2026-1000861'],
])('%s is the number of a request', (typed, reference) => {
  expect(referenceIn(typed, 2026)).toBe(reference);
});

test.each([
  '',
  '2500011',
  '250-00-11',
  '87011234567',
  'NP',
  'NP-2026-',
  'шарт № 2026/045',
  'TNP-2026-000861',
  'A12',
])('%s is none', (typed) => {
  expect(referenceIn(typed, 2026)).toBeNull();
});

test.each([
  ['тз-2026-000861', 'NP-2026-000861'],
  [' NP 2026 861 ', 'NP-2026-000861'],
  ['861', null],
  ['2026-000861', null],
  ['№ 861', null],
])('%s confirms %s', (typed, reference) => {
  expect(fullReferenceIn(typed)).toBe(reference);
});
