import { expect, test } from 'vitest';
import { layoutOf } from './keyboard-layout.ts';

test.each([
  ['қ', 'cyrillic'],
  ['Ы', 'cyrillic'],
  ['q', 'latin'],
  ['1', null],
  ['Shift', null],
  ['Enter', null],
  ['@', null],
])('%s is %s', (key, layout) => {
  expect(layoutOf(key)).toBe(layout);
});
