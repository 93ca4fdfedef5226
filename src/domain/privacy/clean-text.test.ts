import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['nul', 'а\0б'],
    ['surrogate', 'а\ud800б'],
    ['surrogate', '\udc00'],
    ['control', 'а\u001b[31mб'],
    ['control', 'а\u0007'],
    ['control', 'а\u007f'],
    ['control', 'а\u009b'],
    ['bidi', 'файл\u202efdp.exe'],
    ['bidi', '\u202dабв'],
  ])('refuses for %s', (why, input) => {
    expect(cleanText(input)).toEqual({ ok: false, why });
  });

  it.each([
    ['emoji joined', '👩‍👩‍👧 👍🏽 🇰🇿 ❤️'],
    ['letters from right to left', 'سلام \u200fשלום\u200e'],
    ['marks without a composed form', 'q\u0308'],
    ['tabs and lines', 'а\tб\nв\n\nг '],
    ['Kazakh', 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі'],
  ])('keeps %s', (_, input) => {
    expect(cleanText(input)).toEqual({ ok: true, value: input });
  });

  it.each([
    ['line ends', 'а\r\nб\rв\u2028г\u0085д\ve', 'а\nб\nв\nг\nд\ne'],
    ['letters and their marks', 'и\u0306 е\u0308', 'й ё'],
    ['direction wrappers from a contact list', '\u202a+7 771\u202c \u2068б\u2069', '+7 771 б'],
    ['a byte order mark', '\ufeffа', 'а'],
  ])('makes one of %s', (_, input, value) => {
    expect(cleanText(input)).toEqual({ ok: true, value });
  });

  it('folds white space in a line', () => {
    expect(cleanLine(' Ахметова \n\t Асель\u00a0')).toEqual({ ok: true, value: 'Ахметова Асель' });
  });
  it('refuses the same characters in a line as in a text', () => {
    expect(cleanLine('\0')).toEqual({ ok: false, why: 'nul' });
  });
});
