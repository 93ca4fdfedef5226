import { expect, test } from 'vitest';
import { csvCell } from './csv.ts';

test.each([
  ['=1+1', "'=1+1"],
  ['+7 700 000 00 00', "'+7 700 000 00 00"],
  ['-1', "'-1"],
  ['@SUM(A1)', "'@SUM(A1)"],
  ['\tx', "'\tx"],
  ['\r=x', '"\'\r=x"'],
  ['a,b', '"a,b"'],
  ['"он"', '"""он"""'],
  ['екі\nжол', '"екі\nжол"'],
  ['a\0b', 'ab'],
  ['Әлия', 'Әлия'],
  [7, '7'],
  [null, ''],
])('a cell of %j is written as %j', (value, written) => {
  expect(csvCell(value)).toBe(written);
});
