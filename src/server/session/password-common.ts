// Recognises passwords that an attacker tries first: a common word with digits or signs around it, two such words, a
// walk over the keyboard, a repeated piece. A sentence of several words passes.

import { COMMON_PASSWORDS } from './password-common-list.ts';

export function isCommonPassword(password: string): boolean {
  const lower = password.normalize('NFC').toLowerCase();
  if (hasFewSigns(lower) || isRepetition(lower) || isWalk(lower)) return true;
  const trimmed = lower.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ''); // "123" before, "2026!" behind
  const letters = lower.replace(/[^\p{L}]/gu, '');
  const unparted = lower.replace(/[^\p{L}\p{N}]/gu, ''); // "01.01.1990-01.01.1990"
  const unended = lower.replace(/[^\p{L}]+$/u, ''); // keeps the "@" of "@dm1n1str@t0r!!!", which stands for a letter
  const forms = [
    lower,
    trimmed,
    letters,
    unparted,
    unleet(lower),
    unleet(unended),
    unleet(trimmed),
    unleet(trimmed).replace(/[^\p{L}]/gu, ''),
  ];
  return forms
    .filter((form) => form.length * LEAST_SHARE >= lower.length) // a common word that is a small part of a random password does not make it common
    .some((form) => isCommonPiece(form) || isTwoCommonPieces(form));
}

const LEAST_SHARE = 3;

const isCommonPiece = (text: string) =>
  COMMON_PASSWORDS.has(text) || isWalk(text) || (text.length >= FEW_LENGTH && isRepetition(text));

function isTwoCommonPieces(text: string): boolean {
  if (text.length > LONGEST_PAIR) return false;
  for (let at = SHORTEST_PIECE; at <= text.length - SHORTEST_PIECE; at++) {
    if (isCommonPiece(text.slice(0, at)) && isCommonPiece(text.slice(at))) return true;
  }
  return false;
}

const SHORTEST_PIECE = 3;
const LONGEST_PAIR = 40;

const LEET: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '8': 'b',
  '@': 'a',
  $: 's',
  '!': 'i',
  '+': 't',
};

const unleet = (text: string) => text.replace(/[0134578@$!+]/g, (sign) => LEET[sign] ?? sign);

// "aaaaabbbbbccccc", "111222111222111". Of the whole password only: the letters alone of a random hex number are few.
const hasFewSigns = (password: string) =>
  password.length >= FEW_LENGTH && new Set(password).size < FEW_DIFFERENT;

const FEW_LENGTH = 8;
const FEW_DIFFERENT = 5;

// "abcabcabcabcabc", "aaaabaaaabaaaab"
function isRepetition(text: string): boolean {
  for (let period = 1; period <= text.length / 2; period++) {
    let same = period;
    while (same < text.length && text[same] === text[same - period]) same += 1;
    if (same === text.length) return true;
  }
  return false;
}

// Consists only of runs of at least three characters along these rows, forwards or backwards: "qwerty12345asdfg".
function isWalk(text: string): boolean {
  let at = 0;
  while (at < text.length) {
    let end = at + SHORTEST_RUN;
    if (end > text.length || !onRow(text.slice(at, end))) return false;
    while (end < text.length && onRow(text.slice(at, end + 1))) end += 1;
    at = end;
  }
  return text.length > 0;
}

const SHORTEST_RUN = 3;

const onRow = (run: string) => ROWS.some((row) => row.includes(run));

const ROWS = [
  '01234567890123456789',
  '02468024680',
  '13579135791',
  'abcdefghijklmnopqrstuvwxyzabc',
  'qwertyuiop[]asdfghjkl;zxcvbnm,./',
  'qwertyuiopasdfghjklzxcvbnmqwe',
  'qwertzuiopasdfghjklyxcvbnm',
  'azertyuiopqsdfghjklmwxcvbn',
  'qazwsxedcrfvtgbyhnujmikolp',
  '1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p',
  '1q2w3e4r5t6y7u8i9o0p',
  'q1w2e3r4t5y6u7i8o9p0',
  'a1b2c3d4e5f6g7h8i9j0',
  '!@#$%^&*()_+',
  '!"№;%:?*()_+',
  'йцукенгшщзхъфывапролджэячсмитьбюйцу',
  'абвгдеёжзийклмнопрстуфхцчшщъыьэюя',
  'абвгдежзийклмноп',
  'аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя',
  'әіңғүұқөһ',
].flatMap((row) => [row, [...row].reverse().join('')]);
