import { describe, expect, it } from 'vitest';
import {
  maskCard,
  maskDocument,
  maskEmail,
  maskIban,
  maskIin,
  maskIp,
  maskName,
  maskPhone,
  maskText,
  maskTextToString,
  previewOf,
  shortName,
} from './masks.ts';

describe('masks of single values', () => {
  it.each([
    ['asel@mail.kz', 'a•••@mail.kz'],
    ['Асель.Ахметова@GMAIL.com', 'а•••@gmail.com'],
    ['asel@akhmetov-family.kz', 'a•••@•••.kz'],
    ['77715252526@mail.ru', '•••@mail.ru'],
    ['a@mail.kz', '•••@mail.kz'],
    ['asel@host', '•••@•••'],
    ['Asel <asel@mail.kz>, ', 'a•••@mail.kz'],
    ['asel at mail', '•••@•••'],
  ])('e-mail %s → %s', (value, mask) => {
    expect(maskEmail(value)).toBe(mask);
  });

  it.each([
    ['8 (771) 525-25-26', '+7 771 •••-••-26'],
    ['+998 90 123 45 67', '+••• •••-••-67'],
    ['8 (727) 250-00-11 вн. 104', '+7 727 •••-••-11'],
    ['кешке хабарласыңыз', '+• ••• •••-••-••'],
  ])('phone %s → %s', (value, mask) => {
    expect(maskPhone(value)).toBe(mask);
  });

  it.each([
    ['203.0.113.77', '203.0.•.•'],
    ['2001:0db8:85a3::8a2e:370:7334', '2001:db8:85a3:•'],
    ['2001:db8::1', '2001:db8:0:•'],
    ['::1', '0:0:0:•'],
    ['::ffff:203.0.113.77', '203.0.•.•'],
    ['[2001:db8:1:2::]', '2001:db8:1:•'],
    ['fe80::1%eth0', 'fe80:0:0:•'],
    ['203.0.113.777', '•.•.•.•'],
    ['2001:db8::1::2', '•.•.•.•'],
    ['үйден', '•.•.•.•'],
  ])('address %s → %s', (value, mask) => {
    expect(maskIp(value)).toBe(mask);
  });

  it('IIN, card, account and document show four, four, four and two characters', () => {
    expect([
      maskIin('240740 012077'),
      maskCard('4222222222222'),
      maskIban('KZ90 999T EST0 0000 0001'),
      maskDocument('N12345678'),
    ]).toEqual(['••••••••2077', '•••• •••• •••• 2222', 'KZ•• •••• … 0001', '•••••••78']);
  });

  it('a value that is not the identifier is hidden completely', () => {
    expect([maskIin('2077'), maskCard('1111'), maskIban('KZ00'), maskDocument('12')]).toEqual([
      '••••••••••••',
      '•••• •••• •••• ••••',
      '•••• •••• … ••••',
      '•••••••••',
    ]);
  });
});

describe('names', () => {
  it.each([
    ['Ахметова', 'Болдырған', 'А. Б.', 'Ахметова Б.'],
    ['Әлі-Ұлы', 'ғани', 'Ә. Ғ.', 'Әлі-Ұлы Ғ.'],
    ['Сағынтай', '', 'С.', 'Сағынтай'],
    ['', 'Сағынтай', 'С.', 'Сағынтай'],
    [null, undefined, '', ''],
    [' ', '123', '', '123'],
  ])('%s, %s → «%s», «%s»', (surname, first, initials, short) => {
    expect([maskName(surname, first), shortName(surname, first)]).toEqual([initials, short]);
  });
});

describe('maskText', () => {
  it('keeps the words and counts the identifiers it hid', () => {
    expect(maskText('ЖСН 991332512019, тел. 8 771 525 25 26.')).toEqual({
      parts: [
        { text: 'ЖСН ' },
        { masked: '••••••••2019', kind: 'iin' },
        { text: ', тел. ' },
        { masked: '+7 771 •••-••-26', kind: 'phone' },
        { text: '.' },
      ],
      hidden: 2,
    });
  });
  it('returns a text without identifiers as one part', () => {
    expect(maskText('Сәлеметсіз бе?')).toEqual({ parts: [{ text: 'Сәлеметсіз бе?' }], hidden: 0 });
  });
  it('shows no last digits that the next number would complete to a new identifier', () => {
    expect(maskTextToString('240740012077 91332512019')).toBe('•••••••••••• 91332512019');
  });
  it('hides two overlapping identifiers completely', () => {
    expect(maskTextToString('8 771 525 25 26@mail.kz')).toBe('+• ••• •••-••-••');
  });
});

describe('previewOf', () => {
  it('is one line without the hidden values', () => {
    expect(previewOf('  Сәлеметсіз бе!\r\n\r\nЖСН:\t991332512019 \n')).toBe(
      'Сәлеметсіз бе! ЖСН: ••••••••2019',
    );
  });
  it('masks before it cuts', () => {
    expect(previewOf(`${'сөз '.repeat(26)}991332512019 және тағы бірдеңе`)).toBe(
      `${'сөз '.repeat(26).trim()}…`,
    );
    expect(previewOf('991332512019 және', 6)).not.toMatch(/\d/);
  });
  it('hides a number that folding the lines brings together', () => {
    expect(previewOf('8 771\n\n525 25 26')).toBe('+7 771 •••-••-26');
  });
});
