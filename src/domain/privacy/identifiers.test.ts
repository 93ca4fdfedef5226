import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isIban } from './iban.ts';
import { isBin, isCard, isIin } from './identifiers.ts';

// Synthetic persons with months that do not exist, so that no number belongs to a real person.
const FIRST_PASS = ['991332512019', '991332512029'];
const SECOND_PASS = ['991332500609', '991332500610'];
const NEVER_ISSUED = ['99133250066', '99133250147'];
const COMPANY = '240740012077';

describe('isIin', () => {
  it.each([...FIRST_PASS, COMPANY])('accepts %s by the first weights', (iin) => {
    expect(isIin(iin)).toBe(true);
  });
  it.each(SECOND_PASS)('accepts %s by the second weights', (iin) => {
    expect(isIin(iin)).toBe(true);
  });
  it.each(NEVER_ISSUED)('refuses %s with every control digit', (prefix) => {
    expect(Array.from({ length: 10 }, (_, digit) => isIin(`${prefix}${digit}`))).not.toContain(true);
  });
  it('refuses twelve zeros although their checksum is valid', () => {
    expect(isIin('000000000000')).toBe(false);
  });
  it.each(['', '99133251201', '9913325120190', '991332-512019', '٩٩١٣٣٢٥١٢٠١٩'])('refuses %j', (text) => {
    expect(isIin(text)).toBe(false);
  });
  it('accepts one control digit only', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[1-9]\d{10}$/), (prefix) => {
        expect(
          Array.from({ length: 10 }, (_, digit) => isIin(`${prefix}${digit}`)).filter(Boolean).length,
        ).toBeLessThan(2);
      }),
      { seed: 6, numRuns: 300 },
    );
  });
});

describe('isBin', () => {
  it('recognises a company by the fifth digit', () => {
    expect([COMPANY, ...FIRST_PASS].map(isBin)).toEqual([true, false, false]);
  });
  it('refuses a company number with a wrong control digit', () => {
    expect(isBin('240740012078')).toBe(false);
  });
});

describe('isIban', () => {
  it.each([
    'KZ90999TEST000000001',
    'kz90999test000000001',
    'GB29NWBK60161331926819',
    'DE89370400440532013000',
    'NO9386011117947',
  ])('accepts %s', (iban) => {
    expect(isIban(iban)).toBe(true);
  });
  it.each([
    'KZ91999TEST000000001',
    'KZ90999TEST00000001',
    'KZ90 999T EST0 0000 0001',
    'GB29NWBK60161331926818',
    'GB29NWBK6016133192681',
    'US29NWBK60161331926819',
  ])('refuses %s', (iban) => {
    expect(isIban(iban)).toBe(false);
  });
});

describe('isCard', () => {
  it.each(['4111111111111111', '4222222222222', '378282246310005', '6304000000000000000'])(
    'accepts %s',
    (card) => {
      expect(isCard(card)).toBe(true);
    },
  );
  it.each([
    '4111111111111112',
    '411111111111',
    '41111111111111111111',
    '0000000000000000',
    '4111 1111 1111 1111',
    '1748503543012',
    '411111111111116',
  ])('refuses %s', (card) => {
    expect(isCard(card)).toBe(false);
  });
});
