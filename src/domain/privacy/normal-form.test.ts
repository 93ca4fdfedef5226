import { expect, test } from 'vitest';
import { normalForm } from './normal-form.ts';

test('ordinary text is normalised as ever', () => {
  expect(normalForm('и\u0306 a\u0323\u0302')).toBe('и\u0306 a\u0323\u0302'.normalize('NFC'));
  expect(normalForm('ﬁ', 'NFKC')).toBe('fi');
});

test('no letter has more than thirty marks to sort, however many were written', () => {
  const text = normalForm(`a${'\u0301\u0323'.repeat(50_000)}b${'\u0323'.repeat(500)}`, 'NFD');
  const runs = Array.from(text.matchAll(/\p{M}+/gu), ([run]) => run.length);
  expect(runs).toEqual([30, 30]);
});
