import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { sourceWords } from './source-words.ts';

test.each([
  ['policy §4', 'Политика, раздел 4'],
  ['Civil Code art. 176(1)', 'Гражданский кодекс, ст. 176(1)'],
  ['Digital Code art. 41, 94-V art. 8(7)', 'Цифровой кодекс, ст. 41; Закон 94-V, ст. 8(7)'],
  ['94-V art. 24(1)(1), 25(2)(6)', 'Закон 94-V, ст. 24(1)(1), 25(2)(6)'],
  ['Consumer Law', 'Закон о защите прав потребителей'],
  ['a letter of 3 May', 'a letter of 3 May'],
])('%s', (source, words) => {
  expect(sourceWords(source, translator('ru'))).toBe(words);
});
