import { expect, test } from 'vitest';
import { toBase64Url } from '#domain/bytes/base64.ts';
import { decodeCursor, encodeCursor } from './cursor.ts';

const of = (text: string) => toBase64Url(new TextEncoder().encode(text));

test('gives back the keys it was made of', () => {
  const keys = ['received_last', '2026-03-01 10:00:00.123456+00', 7, 'Әлия'];
  expect(decodeCursor(encodeCursor(keys))).toEqual(keys);
});

test('needs no escaping in a URL', () => {
  expect(encodeCursor(['??>>', 'ÿÿ'])).toMatch(/^[\w-]+$/);
});

test.each([
  ['an empty text', ''],
  ['text that is not base64url', '*** no cursor ***'],
  ['bytes that are not UTF-8', toBase64Url(Uint8Array.of(0x5b, 0x22, 0xff, 0x22, 0x5d))],
  ['text that is not JSON', of('[1,')],
  ['JSON that is no array', of('{"0":"received_last"}')],
  ['null', of('null')],
])('finds no keys in %s', (_, cursor) => {
  expect(decodeCursor(cursor)).toEqual([]);
});
