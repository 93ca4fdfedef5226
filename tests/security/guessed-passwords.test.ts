/** Checks the table of passwords against the rules, at both minimum lengths. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { passwordProblem } from '#server/session/password-policy.ts';
import { GUESSED, UNGUESSED } from './guessed-passwords.ts';

const count = (table: typeof GUESSED) => table[15].length + table[8].length;

it('has a hundred of each', () => {
  expect([count(GUESSED), count(UNGUESSED)]).toEqual([100, 100]);
});

describe.each([15, 8] as const)('with at least %i characters', (minLength) => {
  it.each(GUESSED[minLength])('refuses %s', (password) => {
    expect(passwordProblem(password, { minLength })).toBe('too_common');
  });

  it.each(UNGUESSED[minLength])('accepts %s', (password) => {
    expect(passwordProblem(password, { minLength })).toBeNull();
  });
});

/** What a password manager makes must not look like words. */
it.each([
  ['hex', '0123456789abcdef'],
  ['lower case', 'abcdefghijklmnopqrstuvwxyz'],
  ['letters and digits', 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnpqrstuvwxyz23456789'],
  ['Cyrillic', 'абвгдежзиклмнопрстуфхцчшщыэюя'],
])('accepts what is drawn at random from %s', (_, alphabet) => {
  const drawn = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 16, maxLength: 40 });
  const refused = fc
    .sample(fc.noShrink(drawn), { seed: 20261130, numRuns: 2_000 })
    .filter((password) => passwordProblem(password) !== null);
  expect(refused).toEqual([]);
});
