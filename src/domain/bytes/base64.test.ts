import { Buffer } from 'node:buffer';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  fromBase64,
  fromBase64Unpadded,
  fromBase64Url,
  toBase64,
  toBase64Unpadded,
  toBase64Url,
} from './base64.ts';

const SEEDED = { seed: 20261122, numRuns: 500 };

describe('base64', () => {
  it('spells the examples of RFC 4648 §10', () => {
    const spelt = ['', 'f', 'fo', 'foo', 'foob', 'fooba', 'foobar'].map((text) =>
      toBase64(Buffer.from(text)),
    );
    expect(spelt).toEqual(['', 'Zg==', 'Zm8=', 'Zm9v', 'Zm9vYg==', 'Zm9vYmE=', 'Zm9vYmFy']);
  });

  it('reads back what it wrote, as every other reader would', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const padded = Buffer.from(bytes).toString('base64');
        expect(toBase64(bytes)).toBe(padded);
        expect(fromBase64(padded)).toEqual(bytes);
        expect(toBase64Unpadded(bytes)).toBe(padded.replace(/=+$/, ''));
        expect(fromBase64Unpadded(toBase64Unpadded(bytes))).toEqual(bytes);
        expect(toBase64Url(bytes)).toBe(Buffer.from(bytes).toString('base64url'));
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
      SEEDED,
    );
  });

  it('knows one spelling only', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom(...'AQgwZ_-+/= \n'), maxLength: 9 }), (text) => {
        for (const [read, write] of [
          [fromBase64, toBase64],
          [fromBase64Unpadded, toBase64Unpadded],
          [fromBase64Url, toBase64Url],
        ] as const) {
          const bytes = read(text);
          if (bytes) expect(write(bytes)).toBe(text);
        }
      }),
      SEEDED,
    );
  });
});

it.each(['Zg', 'Zg=', 'Zh==', 'Zm9=', '=', '====', 'Zg==Zg==', 'Zm9v\n', ' Zm9v', 'Zm-_', 'Zm9vY==='])(
  '%j is no padded base64',
  (text) => {
    expect(fromBase64(text)).toBeNull();
  },
);

it.each(['Z', 'Zg==', 'Zh', 'Zm9', 'Zm8=', 'Zm9v\n', 'Z g', 'Zm+/', 'Zm9v='])(
  '%j is no base64url',
  (text) => {
    expect(fromBase64Url(text)).toBeNull();
  },
);

it.each(['Z', 'Zg==', 'Zh', 'Zm9', 'Zm-_', 'Zm9v\t'])('%j is no unpadded base64', (text) => {
  expect(fromBase64Unpadded(text)).toBeNull();
});
