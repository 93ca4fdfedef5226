import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromBase64, toBase64 } from './note-base64.ts';

const SEEDED = { seed: 20261122, numRuns: 500 };

it('encodes the examples of RFC 4648 §10', () => {
  const spelt = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) => toBase64(Buffer.from(text)));
  expect(spelt).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy']);
});

it('decodes what it encodes, as other decoders do', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
      expect(toBase64(bytes)).toBe(Buffer.from(bytes).toString('base64'));
      expect(fromBase64(toBase64(bytes))).toEqual(bytes);
    }),
    SEEDED,
  );
});

it('accepts the canonical spelling only', () => {
  for (const text of [
    'Zg',
    'Zg=',
    'Zh==',
    'Zm9=',
    '=',
    '====',
    'Zg==Zg==',
    'Zm9v\n',
    ' Zm9v',
    'Zm-_',
    'Zm9vY===',
  ])
    expect(fromBase64(text), text).toBeNull();
});
