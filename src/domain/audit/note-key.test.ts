import { expect, it } from 'vitest';
import { known, VKEY } from '#tests/vectors/signed-note.ts';
import { parseVerifierKey, verifierKey } from './note-key.ts';

it('writes published keys as they were published', () => {
  for (const text of [VKEY, 'sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8']) {
    const { name, publicKey } = known(text);
    expect(verifierKey(name, publicKey)).toBe(text);
  }
});

it('refuses a key whose hash does not match its name and bytes', () => {
  for (let at = 0; at < VKEY.length; at += 1) {
    const other = VKEY[at] === 'A' ? 'B' : 'A';
    expect(parseVerifierKey(`${VKEY.slice(0, at)}${other}${VKEY.slice(at + 1)}`)).toBeNull();
    expect(parseVerifierKey(VKEY.slice(0, at))).toBeNull();
  }
  for (const text of [`${VKEY}\n`, ` ${VKEY}`, VKEY.replace('530d903a', '530D903A'), ''])
    expect(parseVerifierKey(text)).toBeNull();
  expect(() => verifierKey('two words', known().publicKey)).toThrow(RangeError);
  expect(() => verifierKey('a+b', known().publicKey)).toThrow(RangeError);
  expect(() => verifierKey('short', new Uint8Array(31))).toThrow(RangeError);
});
