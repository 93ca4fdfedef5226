import { describe, expect, it } from 'vitest';
import { type Meter, scanText } from './text-scan.ts';

function found(text: string): [string, string][] {
  return scanText(text).map(({ start, end, kind }) => [kind, text.slice(start, end)]);
}

describe('scanText finds', () => {
  it.each([
    '+7 (771) 525-25-26',
    '+7 771 525 25 26',
    '+77715252526',
    '77715252526',
    '8 771 525 25 26',
    '8(771)5252526',
    '8-771-525-25-26',
    '8.771.525.25.26',
    '7715252526',
    '771 52 52 526',
    '(771) 525-25-26',
    '(+7 771) 525 25 26',
    '+7 7172 55 00 11',
    '+7 727 250 00 11',
    '+7 912 345 67 89',
    '+7 495 000 00 11',
    '+998 90 123 45 67',
    '8\u00a0771\u2009525\u202f25\u200725',
    '+7\u2011771\u2013525\u201225\u201425',
    '8 771\n525 25 26',
    '７７１５２５２５２６',
    '٧٧١٥٢٥٢٥٢٦',
    '77152\u200b52526',
    '8️⃣7️⃣7️⃣1️⃣5️⃣2️⃣5️⃣2️⃣5️⃣2️⃣6️⃣',
  ])('the phone %s', (phone) => {
    expect(found(`Қоңырау шалыңыз: ${phone}, рақмет`)).toEqual([['phone', phone]]);
  });

  it.each([
    ['iin', '991332512019'],
    ['iin', '991332500609'],
    ['iin', '991332 512019'],
    ['iin', '991332-512019'],
    ['iin', '9913 3251 2019'],
    ['iin', '991332\u00a0512019'],
    ['bin', '240740012077'],
    ['card', '4111111111111111'],
    ['card', '4111 1111 1111 1111'],
    ['card', '4111-1111-1111-1111'],
    ['card', '4111.1111.1111.1111'],
    ['card', '3782 822463 10005'],
    ['iban', 'KZ90999TEST000000001'],
    ['iban', 'kz90 999t est0 0000 0001'],
    ['iban', 'КZ90 999Т ЕSТ0 0000 0001'],
    ['email', 'asel@example.kz'],
    ['email', 'Әсел.Нұрқызы+хат@пошта.қаз'],
    ['email', "d'arc_99%x@sub-domain.example.co.uk"],
    ['email', '77715252526@mail.kz'],
    ['email', 'ivan@xn--80ak6aa92e.xn--p1ai'],
    ['email', 'asel\u00ad@\u200bexample.kz'],
  ])('the %s %s', (kind, value) => {
    expect(found(`Менің ЖСН-ім:${value}; спасибо`)).toEqual([[kind, value]]);
  });

  it.each([
    ['удостоверение личности № 045123456', '045123456'],
    ['Жеке куәлігімнің нөмірі 045123456', '045123456'],
    ['жеке куәлiк: 045 123 456', '045 123 456'],
    ['паспорт N12345678', 'N12345678'],
    ['Паспорт серия N 12345678', 'N 12345678'],
    ['төлқұжат N12345678', 'N12345678'],
    ['толкужатым N12345678', 'N12345678'],
    ['my passport number is N12345678', 'N12345678'],
    ['ID card 045123456', '045123456'],
    ['паспорт РФ 45 09 123456', 'РФ 45 09 123456'],
    ['045123456 — номер моего удостоверения', '045123456'],
  ])('the document in «%s»', (text, number) => {
    expect(found(text)).toEqual([['document', number]]);
  });

  it('every document number of a list after one word', () => {
    expect(found('Старый паспорт N12345678, новый N87654321.')).toEqual([
      ['document', 'N12345678'],
      ['document', 'N87654321'],
    ]);
  });

  it('each of several kinds in one message, in order', () => {
    const text = 'ЖСН 991332512019, тел. 8 771 525 25 26, хат: asel@mail.kz, карта 4111 1111 1111 1111.';
    expect(scanText(text).map(({ kind }) => kind)).toEqual(['iin', 'phone', 'email', 'card']);
  });
});

describe('where candidates overlap', () => {
  it('the longest determines the kind', () => {
    expect(found('4111111111111111@mail.kz')).toEqual([['email', '4111111111111111@mail.kz']]);
  });
  it('an account number of digits only is not a card', () => {
    const iban = ibanOf('8561111111111111');
    expect(found(iban)).toEqual([['iban', iban]]);
  });
  it('an account number also covers the digits that follow it', () => {
    expect(found('KZ90999TEST0000000012')).toEqual([['iban', 'KZ90999TEST0000000012']]);
  });
  it('no part of the shorter one stays visible', () => {
    expect(found('8 771 525 25 26@mail.kz')).toEqual([['phone', '8 771 525 25 26@mail.kz']]);
  });
});

describe('scanText leaves alone', () => {
  it.each([
    'Шарт № 2026/045',
    'өтініш NP-2026-000123',
    '23.11.2026 жылы 15:40-та',
    '7 500 000 000 теңге аудардым',
    '87 750 000 000 ₸',
    '2407400120771',
    '991332512018',
    '000000000000',
    'KZ91999TEST000000001',
    '4111 1111 1111 1112',
    'N12345678 тапсырысы',
    '045123456',
    '@nomad, жауап беріңіз',
    'asel@localhost',
    '10 м² 500',
    '',
  ])('«%s»', (text) => {
    expect(found(text)).toEqual([]);
  });

  it('a number on the other side of a blank line', () => {
    expect(found('8 771\n\n525 25 26')).toEqual([]);
  });
});

describe('on hostile input', () => {
  it.each([
    ['digits', '7'],
    ['digits apart', '7 '],
    ['spaces', ' '],
    ['twelves', '240740012077 '],
    ['phones', '87715252526 '],
    ['addresses', 'a@'],
    ['letters', 'a'],
    ['dotted', 'a@a.'],
    ['accounts', 'KZ9'],
    ['accounts with swelling letters', 'KZß'],
    ['punycode', 'a@b.xn--'],
    ['documents', 'паспорт N12345678 '],
    ['words of documents', 'паспорт'],
    ['marks', 'e\u0301'],
    ['invisible letters', '\u200b7'],
    ['lone surrogates', '\ud800'],
    ['lines', '7\n'],
    ['ids', 'id '],
  ])('takes steps linear in the length: %s', (_, piece) => {
    expect(workOf(piece, 40_000)).toBeLessThan(workOf(piece, 10_000) * 4 + 1_000);
    expect(workOf(piece, 40_000)).toBeLessThan(40_000 * 30);
  });

  it.each(['7', '7 ', ' ', 'a@a.b', 'KZ90 '])('scans a megabyte of «%s» to its end', (piece) => {
    const text = `${piece.repeat(1_000_000 / piece.length)}; asel@mail.kz`;
    expect(scanText(text).at(-1)).toMatchObject({ end: text.length, kind: 'email' });
  });

  it('lone surrogates neither hide their neighbours nor shift an index', () => {
    expect(found('\ud800 8 771 525 25 26 \udc00 asel@mail.kz\ud83d')).toEqual([
      ['phone', '8 771 525 25 26'],
      ['email', 'asel@mail.kz'],
    ]);
  });
  it('emoji before a number do not shift its index', () => {
    expect(found('👩‍👩‍👧 🇰🇿 991332512019')).toEqual([['iin', '991332512019']]);
  });
});

function workOf(piece: string, length: number): number {
  const meter: Meter = { steps: 0 };
  scanText(piece.repeat(Math.ceil(length / piece.length)), meter);
  return meter.steps;
}

function ibanOf(body: string): string {
  const check = 98n - (BigInt(`${body}203500`) % 97n);
  return `KZ${String(check).padStart(2, '0')}${body}`;
}
