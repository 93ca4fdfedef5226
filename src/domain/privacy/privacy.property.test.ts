import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { cleanText } from './clean-text.ts';
import { isIban } from './iban.ts';
import { isCard, isIin } from './identifiers.ts';
import {
  maskCard,
  maskDocument,
  maskEmail,
  maskIban,
  maskIin,
  maskIp,
  maskPhone,
  maskText,
  maskTextToString,
  previewOf,
} from './masks.ts';
import { normalisePhone } from './normalise.ts';
import { type SpanKind, scanText } from './text-scan.ts';

const RUNS = { seed: 20261122, numRuns: 1_000 };

const digits = (length: number) =>
  fc.array(fc.nat(9), { minLength: length, maxLength: length }).map((all) => all.join(''));

/** Months from 13 to 19, so that no number belongs to a real person. */
const iin = fc
  .tuple(digits(2), fc.integer({ min: 13, max: 19 }), digits(7))
  .chain(([year, month, rest]) => fc.constantFrom(...withControl(`${year}${month}${rest}`)));
const bin = fc
  .tuple(digits(2), digits(2), fc.constantFrom('4', '5', '6'), fc.constantFrom('0', '1', '2', '3'), digits(5))
  .chain((parts) => fc.constantFrom(...withControl(parts.join(''))));
const card = fc
  .constantFrom<[string, number]>(
    ['4', 13],
    ['4', 16],
    ['4', 19],
    ['51', 16],
    ['2204', 18],
    ['6', 17],
    ['8600', 16],
  )
  .chain(([prefix, length]) => digits(length - prefix.length).map((rest) => `${prefix}${rest}`))
  .map((number) => withLast(number.slice(0, -1), isCard));
const iban = fc.stringMatching(/^[0-9]{3}[A-Z0-9]{13}$/).map((body) => {
  const all = Array.from({ length: 100 }, (_, check) => `KZ${String(check).padStart(2, '0')}${body}`);
  return all.find(isIban) ?? 'KZ90999TEST000000001';
});
const national = fc
  .tuple(fc.constantFrom('700', '701', '747', '771', '778', '727', '912'), digits(7))
  .map((p) => p.join(''));
const phone = fc
  .tuple(
    national,
    fc.constantFrom('+7 ', '+7', '8 ', '8', '8-', '7'),
    fc.constantFrom('', ' ', '-', '\u00a0', '\u2009'),
    fc.boolean(),
  )
  .map(([number, prefix, gap, bracketed]) => {
    const [, area = '', a = '', b = '', c = ''] = /^(...)(...)(..)(..)$/.exec(number) ?? [];
    return bracketed
      ? `${prefix}(${area})${gap}${a}${gap}${b}${gap}${c}`
      : `${prefix}${[area, a, b, c].join(gap)}`;
  });
const email = fc
  .tuple(
    fc.stringMatching(/^[a-zәқі][a-z0-9._]{0,20}[a-z0-9]$/),
    fc.constantFrom('mail.kz', 'gmail.com', 'sub.example.kz', 'пошта.қаз'),
  )
  .map(([local, domain]) => `${local}@${domain}`);
const documentNumber = fc
  .tuple(
    fc.constantFrom('куәлік', 'удостоверение личности', 'паспорт', 'төлқұжат', 'passport', 'ID card'),
    digits(8),
  )
  .map(([word, number]) => ({ word, number: `N${number}` }));

const filler = fc
  .array(
    fc.constantFrom(
      'Сәлеметсіз бе,',
      'менің',
      'өтінішім',
      'қарыз',
      'прошу',
      'удалить',
      'данные,',
      'спасибо!',
      'please',
      'delete',
      'my account.',
      '👩‍👧',
      '\n',
      '№',
      '•',
      '—',
      '2026 ж.',
    ),
    { maxLength: 8 },
  )
  .map((words) => words.join(' '));

/** Hostile or careless input: pieces of identifiers in any order. */
const soup = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        ' '.repeat(40),
        ' ',
        ' ',
        '-',
        '.',
        '(',
        ')',
        '/',
        '\n',
        '\n\n',
        '@',
        '+',
        '+7',
        '8',
        '7',
        '771',
        'KZ',
        'N',
        '•',
        '••',
        'a',
        'я',
        'mail.kz',
        '.kz',
        'паспорт ',
        'куәлік ',
        '\u00a0',
        '\u200b',
        '\ud800',
        '\udc00',
        '👍',
        '１',
        '٢',
      ),
      fc.integer({ min: 1, max: 14 }).chain(digits),
      iin,
      bin,
      card,
      iban,
      phone,
      email,
      documentNumber.map(({ word, number }) => `${word} ${number}`),
    ),
    { maxLength: 12 },
  )
  .map((pieces) => pieces.join(''));
const anyText = fc.oneof(
  { weight: 5, arbitrary: soup },
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
);

describe('an identifier planted in a message', () => {
  it.each<[SpanKind, fc.Arbitrary<string>]>([
    ['iin', iin.filter((value) => !/[456]/.test(value.charAt(4)))],
    ['bin', bin],
    ['card', card],
    ['iban', iban],
    ['phone', phone],
    ['email', email],
  ])('is always found: %s', (kind, identifier) => {
    fc.assert(
      fc.property(filler, identifier, filler, (before, value, after) => {
        const start = before.length + 2;
        expect(scanText(`${before}: ${value}, ${after}`)).toContainEqual({
          start,
          end: start + value.length,
          kind,
        });
      }),
      RUNS,
    );
  });
  it('is always found: document', () => {
    fc.assert(
      fc.property(filler, documentNumber, filler, (before, { word, number }, after) => {
        const text = `${before}: ${word} № ${number}, ${after}`;
        const start = text.indexOf(number);
        expect(scanText(text)).toContainEqual({ start, end: start + number.length, kind: 'document' });
      }),
      RUNS,
    );
  });
});

describe('in any text', () => {
  it('spans are ordered, disjoint and within bounds', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0;
        for (const { start, end } of scanText(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      RUNS,
    );
  });
  it('no span splits a surrogate pair', () => {
    fc.assert(
      fc.property(
        anyText.filter((text) => text.isWellFormed()),
        (text) => {
          expect(scanText(text).every(({ start, end }) => text.slice(start, end).isWellFormed())).toBe(true);
        },
      ),
      RUNS,
    );
  });
  it('the masked text contains no identifier', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        expect(scanText(maskTextToString(text))).toEqual([]);
      }),
      { ...RUNS, numRuns: 5_000 },
    );
  });
  it('the parts contain all text outside the spans unchanged', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const { parts, hidden } = maskText(text);
        const spans = scanText(text);
        const outside = spans.reduceRight(
          (rest, { start, end }) => rest.slice(0, start) + rest.slice(end),
          text,
        );
        expect(parts.map((part) => ('text' in part ? part.text : '')).join('')).toBe(outside);
        expect(hidden).toBe(spans.length);
      }),
      RUNS,
    );
  });
  it('the preview fits, has one line, splits nothing and contains no identifier', () => {
    fc.assert(
      fc.property(anyText, fc.integer({ min: 1, max: 60 }), (text, max) => {
        const preview = previewOf(text, max);
        expect(preview.length).toBeLessThanOrEqual(max);
        expect(preview).not.toMatch(/[\n\r\t]/);
        expect(scanText(preview)).toEqual([]);
        if (text.isWellFormed()) expect(preview.isWellFormed()).toBe(true);
      }),
      { ...RUNS, numRuns: 5_000 },
    );
  });
  it('cleaned text is well-formed, and cleaning it again changes nothing', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const clean = cleanText(text);
        expect(cleanText(clean)).toBe(clean);
        expect(clean.isWellFormed()).toBe(true);
      }),
      RUNS,
    );
  });
});

describe('a mask', () => {
  it.each<[string, (value: string) => string, fc.Arbitrary<string>, number]>([
    ['IIN', maskIin, iin, 4],
    ['card', maskCard, card, 4],
    ['account', maskIban, iban, 4],
    ['phone', maskPhone, phone, 6],
    ['e-mail', maskEmail, email, 0],
    ['document', maskDocument, documentNumber.map(({ number }) => number), 2],
    ['IPv4', maskIp, fc.ipV4(), 6],
  ])('of %s shows no more digits than allowed', (_, mask, values, allowed) => {
    fc.assert(
      fc.property(fc.oneof(values, anyText), (value) => {
        fc.pre(mask !== maskIp || !value.includes(':'));
        expect(mask(value).replace(/\D/g, '').length).toBeLessThanOrEqual(allowed);
      }),
      RUNS,
    );
  });
  it('of a card or a mailbox does not reveal its length', () => {
    fc.assert(
      fc.property(card, card, (one, other) => {
        expect(maskCard(one).length).toBe(maskCard(other).length);
      }),
      RUNS,
    );
  });
  it('of a phone is the same for every spelling of the number', () => {
    fc.assert(
      fc.property(phone, (value) => {
        expect(maskPhone(value)).toBe(maskPhone(normalisePhone(value) ?? ''));
      }),
      RUNS,
    );
  });
  it('of an IPv6 address shows three groups', () => {
    fc.assert(
      fc.property(fc.ipV6(), (value) => {
        expect(maskIp(value)).toMatch(/^(?:[\da-f]{1,4}(?::[\da-f]{1,4}){2}:•|\d+\.\d+\.•\.•|•\.•\.•\.•)$/);
      }),
      RUNS,
    );
  });
});

/** Twelve digits with a valid control digit; skips to the next number where none is issued. */
function withControl(prefix: string): string[] {
  for (let serial = Number(prefix.slice(-3)); ; serial = (serial + 1) % 1000) {
    const full = withLast(`${prefix.slice(0, -3)}${String(serial).padStart(3, '0')}`, isIin);
    if (full !== '') return [full];
  }
}

function withLast(prefix: string, valid: (value: string) => boolean): string {
  return Array.from({ length: 10 }, (_, last) => `${prefix}${last}`).find(valid) ?? '';
}
