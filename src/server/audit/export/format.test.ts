import { expect, test } from 'vitest';
import { EXPORT_FORMAT, headLine, headOfLine } from './format.ts';

const hashOf = (byte: number) => new Uint8Array(32).fill(byte);
const HEAD = { format: EXPORT_FORMAT, keys: ['k'], madeAt: '2026-11-10T05:00:00Z' } as const;

test.each([
  [0, []],
  [8, [hashOf(1)]],
  [11, [hashOf(1), hashOf(2), hashOf(3)]],
])('the head of a file that begins with leaf %i reads back as it was', (from, before) => {
  expect(headOfLine(headLine({ ...HEAD, from, before }))).toEqual({ ...HEAD, from, before });
});

test('a head without `from` and `before`, from before partial exports, begins with the first leaf', () => {
  expect(headOfLine(JSON.stringify(HEAD))).toEqual({ ...HEAD, from: 0, before: [] });
});

const text = (byte: number, length = 32) => Buffer.alloc(length, byte).toString('base64');
test.each([
  ['too few hashes', { from: 11, before: [text(1), text(2)] }],
  ['too many hashes', { from: 8, before: [text(1), text(2)] }],
  ['hashes before nothing', { from: 0, before: [text(1)] }],
  ['a hash of another length', { from: 8, before: [text(1, 31)] }],
  ['a hash that is a number', { from: 8, before: [1] }],
  ['hashes that are no list', { from: 8, before: text(1) }],
  ['a beginning below zero', { from: -1, before: [] }],
  ['a beginning between two leaves', { from: 1.5, before: [text(1)] }],
  ['a beginning beyond the safe integers', { from: 2 ** 53, before: [text(1)] }],
])('a head with %s is refused', (_, place) => {
  expect(headOfLine(JSON.stringify({ ...HEAD, ...place }))).toBeNull();
});
