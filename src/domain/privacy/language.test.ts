import { describe, expect, it } from 'vitest';
import { LANGUAGES, languageOf } from './language.ts';

describe('languageOf', () => {
  it.each([...'әғқңөұүһіӘҒҚҢӨҰҮҺІ'])('recognises Kazakh by %s', (letter) => {
    expect(languageOf(`Салем ${letter}`)).toBe('kk');
  });
  it.each([
    ['Дербес деректерiмдi жойып берсеңiз', 'kk'],
    ['деректердi', 'kk'],
    ['Прошу удалить мои данные', 'ru'],
    ['Удалите аккаунт iPhone', 'ru'],
    ['Please delete my data', 'en'],
    ['Please delete «мои данные»', 'ru'],
    ['+7 771 525 25 26 👍', 'kk'],
    ['', 'kk'],
  ])('«%s» is %s', (text, language) => {
    expect(languageOf(text)).toBe(language);
  });
  it('names three languages, Kazakh first', () => {
    expect(LANGUAGES).toEqual(['kk', 'ru', 'en']);
  });
});
