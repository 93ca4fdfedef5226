import fc from 'fast-check';
import { expect, it } from 'vitest';
import { signInAddress } from './sign-in-address.ts';

it.each([
  [' Saule@Desk.Example\u3000'],
  ['ＳＡＵＬＥ＠ｄｅｓｋ．ｅｘａｍｐｌｅ'],
  ['ſaule@desk.example'],
  ['\u{1d5cc}aule@desk.example\ufeff'],
])('reads %s as one address', (typed) => {
  expect(signInAddress(typed)).toBe('saule@desk.example');
});

it('gives the same for what it gave', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (typed) => {
      const once = signInAddress(typed);
      expect(signInAddress(once)).toBe(once);
    }),
  );
});
