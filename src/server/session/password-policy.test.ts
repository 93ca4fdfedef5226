import { describe, expect, it } from 'vitest';
import { COMMON_PASSWORDS } from './password-common-list.ts';
import { passwordProblem } from './password-policy.ts';

const own = ['Айгерім Сериккызы', 'aigerim.serik@example.kz'];
const rules = { minLength: 15, own };

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

it('knows a few thousand words, all in the form they are looked up in', () => {
  expect(COMMON_PASSWORDS.size).toBeGreaterThan(2_500);
  expect([...COMMON_PASSWORDS].filter((word) => word !== word.normalize('NFC').toLowerCase())).toEqual([]);
});

it('answers within a few milliseconds, also for the longest and oddest', () => {
  const from = performance.now();
  for (let i = 0; i < 50; i++) passwordProblem(`${'qwe'.repeat(40)}абв1`, rules);
  expect((performance.now() - from) / 50).toBeLessThan(10);
});
