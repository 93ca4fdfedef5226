/** IBANs: lengths by country from the SWIFT registry, checksum ISO 7064. */

/** Country code and length of the whole IBAN. */
const LENGTHS_BY_COUNTRY =
  'AD24 AE23 AL28 AT20 AZ28 BA20 BE16 BG22 BH22 BI27 BR29 BY28 CH21 CR22 CY28 CZ24 DE22 DJ27 DK18 DO28 EE20 EG29 ES24 FI18 FK18 FO18 FR27 GB22 GE22 GI23 GL18 GR27 GT28 HN28 HR21 HU28 IE22 IL23 IQ23 IS26 IT27 JO30 KW30 KZ20 LB28 LC32 LI21 LT20 LU20 LV21 LY25 MC27 MD24 ME22 MK19 MN20 MR27 MT31 MU30 NI28 NL18 NO15 OM23 PK24 PL28 PS29 PT25 QA29 RO24 RS22 RU33 SA24 SC31 SD18 SE24 SI19 SK24 SM27 SO23 ST25 SV28 TL23 TN24 TR26 UA29 VA22 VG24 XK20 YE30';

const LENGTHS: ReadonlyMap<string, number> = new Map(
  LENGTHS_BY_COUNTRY.split(' ').map((row) => [row.slice(0, 2), Number(row.slice(2))]),
);

/** The length of an IBAN of a country, by its two capital letters; undefined where there are none. */
export function ibanLength(country: string): number | undefined {
  return LENGTHS.get(country);
}

/** Whether a text without separators is an IBAN: a country that has them, its length, ISO 7064 remainder 1. */
export function isIban(value: string): boolean {
  const iban = value.toUpperCase();
  if (!/^[A-Z]{2}\d{2}[A-Z\d]{10,30}$/.test(iban) || iban.length !== ibanLength(iban.slice(0, 2)))
    return false;
  let rest = 0;
  for (const char of iban.slice(4) + iban.slice(0, 4)) {
    const worth = Number.parseInt(char, 36);
    rest = (rest * (worth > 9 ? 100 : 10) + worth) % 97;
  }
  return rest === 1;
}
