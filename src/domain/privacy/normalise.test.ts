import { describe, expect, it } from 'vitest';
import { foldText, normaliseEmail, normaliseIin, normalisePhone, tokensOf } from './normalise.ts';

describe('normalisePhone', () => {
  it.each([
    '+7 (771) 525-25-26',
    '+7 771 525 25 26',
    '8 771 525 25 26',
    '8(771)5252526',
    '7715252526',
    '77715252526',
    '(+7 771) 525 25 26',
    '+8 771 525 25 26',
    '\u202a+7\u00a0771\u00a0525\u201125\u201126\u202c',
  ])('reads %s', (phone) => {
    expect(normalisePhone(phone)).toBe('+77715252526');
  });
  it.each([
    ['9123456789', '+79123456789'],
    ['+7 7172 55 00 11', '+77172550011'],
    ['+998 90 123 45 67', '+998901234567'],
    ['+86 138 0000 0000', '+8613800000000'],
  ])('reads %s as %s', (phone, e164) => {
    expect(normalisePhone(phone)).toBe(e164);
  });
  it.each(['', '+', '123', '8 771 525 25', '8 771 525 25 26 27', '0715252526', '+7 071 525 25 26', '+1'])(
    'refuses «%s»',
    (phone) => {
      expect(normalisePhone(phone)).toBeNull();
    },
  );
});

describe('normaliseEmail', () => {
  it.each([
    [' Asel@Example.KZ ', 'asel@example.kz'],
    ['ӘСЕЛ@пошта.қаз', 'әсел@пошта.қаз'],
    ['asel\u200b@example.kz', 'asel@example.kz'],
    ['ａsel＠example.kz', 'asel@example.kz'],
  ])('reads «%s»', (value, address) => {
    expect(normaliseEmail(value)).toBe(address);
  });
  it.each(['', 'asel', '@example.kz', 'asel@', 'a@b@c', 'asel @example.kz'])('refuses «%s»', (value) => {
    expect(normaliseEmail(value)).toBeNull();
  });
});

describe('normaliseIin', () => {
  it.each(['991332512019', ' 991332 512019 ', '991332-512019', '991332\u00a0512019'])(
    'reads «%s»',
    (value) => {
      expect(normaliseIin(value)).toBe('991332512019');
    },
  );
  it.each(['991332512018', '000000000000', '9913325120', 'ЖСН 991332512019'])('refuses «%s»', (value) => {
    expect(normaliseIin(value)).toBeNull();
  });
});

describe('foldText', () => {
  it.each([
    ['Қасым', 'Касым'],
    ['деректердi', 'деректерді'],
    ['иесiздендiруді', 'ИЕСІЗДЕНДІРУДІ'],
    ['Әлия Ғалымқызы', 'Алия Галымкызы'],
    ['Өңір', 'Онир'],
    ['Ұлжан Үміт', 'Улжан Умит'],
    ['Гаһар', 'Гахар'],
    ['Артём', 'Артем'],
    ['Артём', 'Арте\u0308м'],
    ['Нысанбай', 'Нисанбай'],
  ])('brings %s and %s together', (one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });
  it('keeps й apart from и', () => {
    expect(foldText('Айгүл')).toBe('айгул');
  });
});

describe('tokensOf', () => {
  it('returns each folded word once', () => {
    expect(tokensOf('Қарыз, қарыз… КАРЫЗ! Нұр-Сұлтан 2026')).toEqual(['каріз', 'нур', 'султан', '2026']);
  });
  it('omits identifiers, so that no search confirms them', () => {
    expect(tokensOf('ЖСН 991332512019, asel@mail.kz немесе 8 771 525 25 26')).toEqual(['жсн', 'немесе']);
  });
  it('returns nothing for a text without words', () => {
    expect(tokensOf(`\ud800 👩‍👧 ${'ж'.repeat(500)}`)).toEqual(['ж'.repeat(40)]);
  });
});
