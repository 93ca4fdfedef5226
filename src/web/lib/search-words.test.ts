import { expect, test } from 'vitest';
import { meantBy } from './search-words.ts';

test.each([
  ['NP-2026-000861', 'NP-2026-000861'],
  ['np-2025-861', 'NP-2025-000861'],
  ['2025-000861', 'NP-2025-000861'],
  ['  861 ', 'NP-2026-000861'],
  ['000861', 'NP-2026-000861'],
])('%s is the number of a request', (typed, reference) => {
  expect(meantBy(typed, 2026)).toEqual({ reference });
});

test.each([
  ['aigerim@mail.example', 'email'],
  ['+7 701 123-45-67', 'phone'],
  ['87011234567', 'phone'],
  ['000000000000', 'iin'],
  ['+998901234567', 'phone'],
])('%s is looked up exactly', (typed, kind) => {
  expect(meantBy(typed, 2026)).toMatchObject({ kind });
});

test.each(['', 'Ахметова', '12.5 %', '@'])('%j is neither', (typed) => {
  expect(meantBy(typed, 2026)).toBeNull();
});
