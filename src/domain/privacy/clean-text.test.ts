import { describe, expect, it } from 'vitest';
import { cleanLine, cleanText } from './clean-text.ts';

describe('cleanText', () => {
  it.each([
    ['emoji joined', '👩‍👩‍👧 👍🏽 🇰🇿 ❤️ 🏴󠁧󠁢󠁥󠁮󠁧󠁿'],
    ['letters from right to left', 'سلام \u200fשלום\u200e'],
    ['marks without a composed form', 'q\u0308'],
    ['tabs and lines', 'а\tб\nв\n\nг '],
    ['Kazakh', 'ӘҒҚҢӨҰҮҺІ әғқңөұүһі'],
    ['spaces of typography', 'а\u00a0б\u2009в\u202fг'],
  ])('keeps %s', (_, input) => {
    expect(cleanText(input)).toBe(input);
  });

  it.each([
    ['line ends', 'а\r\nб\rв\u2028г\u0085д\ve\ff', 'а\nб\nв\nг\nд\ne\nf'],
    ['letters and their marks', 'и\u0306 е\u0308', 'й ё'],
    ['direction wrappers from a contact list', '\u202a+7 771\u202c \u2068б\u2069', '+7 771 б'],
    ['overrides of direction', 'файл\u202efdp.exe \u202dабв', 'файлfdp.exe абв'],
    ['a byte order mark', '\ufeffа', 'а'],
    ['the optional hyphen of Word and of the web', 'персо\u001fналь\u00adные', 'персональные'],
    ['the hyphen of Word that does not break', '8\u001e771', '8-771'],
    ['the footnote mark of Word', 'закон\u0002.', 'закон.'],
    ['cells of a table of Word', 'ИИН\u0007номер', 'ИИН номер'],
    ['a dash of Windows-1252 read as Latin-1', 'а \u0096 б', 'а   б'],
    ['zero-width space and word joiner', 'a\u200b@\u2060b.kz', 'a@b.kz'],
    ['the place of a picture', '\ufffcПодпись', 'Подпись'],
    ['NUL', 'а\0б', 'аб'],
    ['an escape sequence', 'а\u001b[31mб\u007f', 'а[31mб'],
    ['half an emoji', 'а\ud83d', 'а\ufffd'],
    ['more marks on a letter than any script has', `a${'\u0323'.repeat(90)}b`, `ạ${'\u0323'.repeat(29)}b`],
  ])('replaces %s', (_, input, value) => {
    expect(cleanText(input)).toBe(value);
  });

  it('is idempotent and leaves nothing that PostgreSQL rejects or a terminal obeys', () => {
    const all = Array.from({ length: 0x10000 }, (_, code) => String.fromCharCode(code)).join('x');
    const once = cleanText(all);
    expect(cleanText(once)).toBe(once);
    expect(once.isWellFormed()).toBe(true);
    expect(once).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u);
  });
});

describe('cleanLine', () => {
  it('folds white space', () => {
    expect(cleanLine(' Ахметова \n\t Асель\u00a0')).toBe('Ахметова Асель');
  });
  it('cleans a phone number copied from a contact list', () => {
    expect(cleanLine('\u202a+7\u00a0771 525\u201125\u201126\u202c\u0002')).toBe('+7 771 525\u201125\u201126');
  });
});
