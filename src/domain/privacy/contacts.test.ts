import { describe, expect, it } from 'vitest';
import { EXAMPLE_NUMBERS } from '#tests/cases/example-numbers.ts';
import { contactsOf, emailsIn, localNumberIn, localPart, phonesIn } from './contacts.ts';
import { scanText } from './text-scan.ts';

/** Seven digits in all, as in Saint Helena, could be anything. */
const numbers = EXAMPLE_NUMBERS.filter((number) => number.replace(/\D/g, '').length > 7);

describe('phonesIn', () => {
  it.each([
    ['8 (727) 250-00-11 вн. 104', ['+77272500011']],
    ['8 727 250 00 11 (доб. 12)', ['+77272500011']],
    ['+7 727 250 00 11 ext.7', ['+77272500011']],
    ['87272500011, ішкі 15', ['+77272500011']],
    ['8 727 250 00 11 #104', ['+77272500011']],
    ['8 701 555 44 33x12', ['+77015554433']],
    ['+7 701 555 44 33 (WhatsApp)', ['+77015554433']],
    ['tel:+77015554433', ['+77015554433']],
    ['тел. 7015554433', ['+77015554433']],
    ['+7 8 701 555 44 33', ['+77015554433']],
    ['\u202a+7\u00a0701\u2011555\u201144\u201133\u202c', ['+77015554433']],
    ['8 701 555 44 33, 8 702 666 55 44', ['+77015554433', '+77026665544']],
    ['8 701 555 44 33 8 702 666 55 44', ['+77015554433', '+77026665544']],
    ['87015554433/87026665544', ['+77015554433', '+77026665544']],
    ['7015554433 или 7026665544', ['+77015554433', '+77026665544']],
    ['+77015554433 немесе +998 90 123 45 67', ['+77015554433', '+998901234567']],
    ['87015554433 +7 701 555-44-33', ['+77015554433']],
    ['00998901234567', ['+998901234567']],
    ['00 998 90 123 45 67', ['+998901234567']],
    ['810998901234567', ['+998901234567']],
    ['998901234567', ['+998901234567']],
    ['998 90 123 45 67', ['+998901234567']],
    ['+49 (0)30 901820', ['+4930901820']],
    ['+1 (202) 555-0123', ['+12025550123']],
    ['+44 20 7946 0018', ['+442079460018']],
    ['+86 138 0000 0000', ['+8613800000000']],
    ['8 701 555 44 33 asel77015554400@mail.kz', ['+77015554433']],
  ])('reads «%s»', (field, expected) => {
    expect(phonesIn(field)).toEqual(expected);
  });

  it.each([
    '',
    'нет',
    '12',
    '1414',
    'asel77015554433@mail.kz',
    '8 701 555 44',
    '8 701 555 44 33 2',
    '0715554433',
    '+7 071 555 44 33',
    '+500 000 000',
    'кешке хабарласыңыз',
  ])('finds none in «%s»', (field) => {
    expect(phonesIn(field)).toEqual([]);
  });

  it('reads the example number of every country, signed, dialled with 00 and in any grouping', () => {
    const read = numbers.filter((number) => {
      const digits = number.replace(/\D/g, '');
      const e164 = `+${digits}`;
      return [number, `тел.: ${e164} (Telegram)`, `00${digits}`].every(
        (field) => phonesIn(field)[0] === e164,
      );
    });
    expect(numbers.filter((number) => !read.includes(number))).toEqual([]);
    expect(read.length).toBeGreaterThan(240);
  });
});

describe('emailsIn', () => {
  it.each([
    ['Asel <a@mail.example>', ['a@mail.example']],
    ['mailto:a@mail.example', ['a@mail.example']],
    ['a@mail.example,', ['a@mail.example']],
    ['a@mail.example;b@mail.example', ['a@mail.example', 'b@mail.example']],
    ['A@Mail.Example. a@mail.example', ['a@mail.example']],
    ['почта: Әсел@пошта.қаз (негізгі)', ['әсел@пошта.қаз']],
    ['asel @mail.kz', ['asel@mail.kz']],
    ['asel@ mail.kz', ['asel@mail.kz']],
    ['asel@mail,kz', ['asel@mail.kz']],
    ["o'neil+desk@mail.example", ["o'neil+desk@mail.example"]],
    ['-asel@mail.example', ['-asel@mail.example']],
    ['8 701 555 44 33, a@mail.example', ['a@mail.example']],
  ])('reads «%s»', (field, addresses) => {
    expect(emailsIn(field)).toEqual(addresses);
  });

  it.each(['', 'нет', '@mail.kz', 'asel@host', 'asel mail.kz', 'пишите на @mail.kz', 'a@b@c'])(
    'finds none in «%s»',
    (field) => {
      expect(emailsIn(field)).toEqual([]);
    },
  );
});

it('a person’s fields are read together, each first for its own kind', () => {
  expect(contactsOf({ email: '8 701 555 44 33', phone: '8 702 666 55 44 немесе a@mail.example' })).toEqual({
    emails: ['a@mail.example'],
    phones: ['+77026665544', '+77015554433'],
  });
  expect(contactsOf({ email: 'нет', phone: null })).toEqual({ emails: [], phones: [] });
});

describe('a local number', () => {
  it.each([
    ['2500011', '2500011'],
    ['250-00-11', '2500011'],
    [' 250\u201100\u201111 ', '2500011'],
    ['250001', null],
    ['87272500011', null],
    ['кв. 2500011', null],
  ])('in «%s»', (field, digits) => {
    expect(localNumberIn(field)).toBe(digits);
  });
  it('is the end of a whole one', () => {
    expect(localPart('+77272500011')).toBe('2500011');
  });
});

it('what is a contact in a field is masked in a text', () => {
  const texts = numbers.map((number) => `Звоните: ${number}, жду.`);
  expect(texts.filter((text) => scanText(text).length !== 1)).toEqual([]);
});

it('takes no address for the end of a mistyped one, but two with a comma between them for two', () => {
  expect(emailsIn('a,b@example.kz')).toEqual([]);
  expect(emailsIn('Асель,b@example.kz')).toEqual([]);
  expect(emailsIn('a@example.kz,b@example.kz')).toEqual(['a@example.kz', 'b@example.kz']);
  expect(emailsIn('Асель, b@example.kz')).toEqual(['b@example.kz']);
});
