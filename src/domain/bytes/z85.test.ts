import fc from 'fast-check';
import { expect, it } from 'vitest';
import { fromZ85, toZ85 } from './z85.ts';

it('spells the example of the specification', () => {
  expect([0x864fd26f, 0xb559f75b].map(toZ85).join('')).toBe('HelloWorld');
  expect([0, 5].map((at) => fromZ85('HelloWorld', at))).toEqual([0x864fd26f, 0xb559f75b]);
});

it('reads back what it wrote, in five characters that JSON does not escape', () => {
  fc.assert(
    fc.property(fc.nat(0xffff_ffff), (word) => {
      expect(fromZ85(toZ85(word))).toBe(word);
      expect(JSON.stringify(toZ85(word))).toHaveLength(7);
    }),
    { seed: 20261130, numRuns: 500 },
  );
});

it.each(['', '0000', '0000"', '####~', '0000ё', '#####'])('does not read %j', (text) => {
  expect(fromZ85(text)).toBeNull();
});
