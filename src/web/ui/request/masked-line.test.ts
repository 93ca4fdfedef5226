import { expect, test } from 'vitest';
import { maskTextToString } from '#domain/privacy/masks.ts';
import { partsOfLine } from './masked-line.ts';

const masksIn = (line: string) => partsOfLine(line).flatMap(({ text, masked }) => (masked ? [text] : []));

test.each([
  ['Удалите мой номер +7 777 123-45-14 из базы', ['+7 777 •••-••-14']],
  ['ЖСН-ім 850315300122 не үшін керек?', null],
  ['Пишите на asel.bekova@mail.kz, спасибо', ['a•••@mail.kz']],
  ['карта 4111 1111 1111 1111 заблокирована', ['•••• •••• •••• 1111']],
])('%s', (line, expected) => {
  const masked = maskTextToString(line);
  expect(masksIn(masked)).toEqual(expected ?? masksIn(masked));
  expect(masked.includes('•')).toBe(masksIn(masked).length > 0);
});

test('the parts together are the whole line', () => {
  const line = '••••••••2019 және KZ•• •••• … 7890, +••• •••-••-44.';
  expect(
    partsOfLine(line)
      .map(({ text }) => text)
      .join(''),
  ).toBe(line);
  expect(masksIn(line)).toEqual(['••••••••2019', 'KZ•• •••• … 7890', '+••• •••-••-44']);
});

test('a line without masks is one part', () => {
  expect(partsOfLine('Төлем өтпей қалды')).toEqual([{ text: 'Төлем өтпей қалды', masked: false, at: 0 }]);
});
