import { afterEach, describe, expect, it, vi } from 'vitest';
import { COMMON_PASSWORDS } from './password-common-list.ts';
import { passwordProblem } from './password-policy.ts';

const own = ['Айгерім Сериккызы', 'aigerim.serik@example.kz'];
const rules = { minLength: 15, own };
afterEach(() => vi.restoreAllMocks());

it.each([
  'purple kettle drinks mountain fog',
  'алты қаз көлден ұшты бүгін',
  'семь чашек чая на подоконнике',
  'xT9-wq4LmPz7Rk2',
  'vUq3fPz8mKd1sYb',
  '83619-dragon-4410927716',
  'көк 🐎 жайлауда кетті',
])('accepts %s', (password) => {
  expect(passwordProblem(password, rules)).toBeNull();
});

describe('length', () => {
  it('is counted in characters after composition, not in code units', () => {
    expect(passwordProblem('🐎🐪🦅🌾🏔🔥🌙⭐🍎🎻🎯🧿🪶🧵', rules)).toBe('too_short');
    expect(passwordProblem('🐎🐪🦅🌾🏔🔥🌙⭐🍎🎻🎯🧿🪶🧵🧶', rules)).toBeNull();
    expect(passwordProblem('жолбарысййййй'.normalize('NFD'), rules)).toBe('too_short');
  });

  it('has its bounds at 15 and 128, or at 8 with a second factor', () => {
    const long = Array.from({ length: 200 }, (_, i) => String.fromCodePoint(0x4e00 + i * 7)).join('');
    expect(passwordProblem(long.slice(0, 14))).toBe('too_short');
    expect(passwordProblem(long.slice(0, 15))).toBeNull();
    expect(passwordProblem(long.slice(0, 128))).toBeNull();
    expect(passwordProblem(long.slice(0, 129))).toBe('too_long');
    expect(passwordProblem('kz7Qm2xv', { minLength: 8 })).toBeNull();
  });
});

it('refuses lone surrogates, which would all hash alike', () => {
  expect(passwordProblem('purple kettle \uD800 drinks')).toBe('malformed');
});

it.each([
  'password1234567',
  'P@ssw0rd!2026!!',
  'Пароль123456789',
  'passwordpassword',
  'Password Password 1',
  'qwertyuiop12345',
  'qwertyasdfgzxcvb',
  'йцукенгшщзхъфыва',
  '123456789012345',
  '098765432109876',
  '1q2w3e4r5t6y7u8i',
  'aaaaaaaaaaaaaaa',
  'abcabcabcabcabc',
  'aaaaabbbbbccccc',
  'iloveyouforever',
  'DragonMonkey2024!',
  'Almaty-Astana-2026',
  'Қазақстан2026!!!',
  'correct horse battery staple',
  'gfhjkmgfhjkm123',
  'anna20012001200',
])('refuses %s as common', (password) => {
  expect(passwordProblem(password, { minLength: 15 })).toBe('too_common');
});

it.each([
  'aigerim-2026-qazyna-tau',
  'менің Айгерім атым бар',
  'SERIK-loves-green-tea',
  'x aigerim.serik x 91 zq',
])('refuses %s, which holds the account’s own names', (password) => {
  expect(passwordProblem(password, rules)).toBe('own_name');
});

it('does not take the last label of an address, nor a short name, for a name', () => {
  expect(
    passwordProblem('communal lake winter kettle', { minLength: 15, own: ['li@post.comm', 'Li'] }),
  ).toBeNull();
});

it('contains thousands of words, all in the form in which they are looked up', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(2_500);
  expect([...COMMON_PASSWORDS].filter((word) => word !== word.normalize('NFC').toLowerCase())).toEqual([]);
});

// What a check costs grows with the length of its input: both bounds together keep it below a millisecond.
it('looks for no words in what is longer than a password may be', () => {
  const looked = vi.spyOn(COMMON_PASSWORDS, 'has');
  expect(passwordProblem('qwe'.repeat(100_000), rules)).toBe('too_long');
  expect(looked).not.toHaveBeenCalled();
});

it.each([
  'qwe'.repeat(40),
  'paroli'.repeat(21),
  'dragonмонета'.repeat(10),
  'a1!'.repeat(42),
  '@4$5!1i0'.repeat(16),
])('looks up at most a thousand pieces of the longest and oddest: %s', (start) => {
  const looked = vi.spyOn(COMMON_PASSWORDS, 'has');
  passwordProblem(`${start}абв1xy`.slice(0, 128), rules);
  expect(looked.mock.calls.length).toBeLessThan(1_000);
});
