import { expect, test } from 'vitest';
import { meantBy } from './search-words.ts';

test.each([
  ['NP-2026-000861', 'NP-2026-000861'],
  ['np-2025-861', 'NP-2025-000861'],
  ['2025-000861', 'NP-2025-000861'],
  ['  861 ', 'NP-2026-000861'],
  ['000861', 'NP-2026-000861'],
  ['[NP-2026-000262]', 'NP-2026-000262'],
  ['NP\u20112026\u2011000262', 'NP-2026-000262'],
  ['тз-2026-262', 'NP-2026-000262'],
])('%s is the number of a request', (typed, reference) => {
  expect(meantBy(typed, 2026)).toEqual({ reference });
});

test.each([
  ['aigerim@mail.example', 'email'],
  ['+7 701 123-45-67', 'phone'],
  ['87011234567', 'phone'],
  ['000000000000', 'iin'],
  ['+998901234567', 'phone'],
  ['998901234567', 'phone'],
  ['8 (727) 250-00-11 вн. 104', 'phone'],
  ['tel:+77011234567', 'phone'],
  ['8\u2011701\u2011123\u201145\u201167', 'phone'],
  ['2500011', 'phone'],
  ['250-00-11', 'phone'],
  ['Asel <a@mail.example>,', 'email'],
  ['mailto:a@mail.example', 'email'],
  ['ЖСН: 991332 512019', 'iin'],
])('%s is looked up exactly', (typed, kind) => {
  expect(meantBy(typed, 2026)).toMatchObject({ kind });
});

test.each(['', 'Ахметова', '12.5 %', '@', '12345678'])('%j is neither', (typed) => {
  expect(meantBy(typed, 2026)).toBeNull();
});
