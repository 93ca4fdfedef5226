/** Identifiers with valid checksums that belong to no real person; each is returned once. */
import { isIban } from '#domain/privacy/iban.ts';
import { isCard, isIin } from '#domain/privacy/identifiers.ts';
import type { Random } from './random.ts';

export type Numbers = {
  /** With a birth date of 30 or 31 February, so that it was never issued. */
  iin(): string;
  /** From a range that no card scheme has assigned, in groups of four. */
  card(): string;
  /** Of bank 999, which does not exist. */
  iban(): string;
  /** With code 790, which no operator has, in one of several common spellings. */
  phone(): string;
  /** From the networks reserved for documentation (RFC 5737). */
  ip(): string;
  /** The letters and seven digits, as a number of an order, a case or an account. */
  marked(letters: string): string;
};

export function numbersFrom(random: Random): Numbers {
  const given = new Set<string>();
  const once = (make: () => string): string => {
    for (;;) {
      const made = make();
      if (given.has(made)) continue;
      given.add(made);
      return made;
    }
  };
  const digits = (count: number) => Array.from({ length: count }, () => random.whole(0, 9)).join('');
  /** Tries check digits until one satisfies the checksum, and another start where none does (as some IINs). */
  const checked = (
    make: () => string,
    finish: (start: string, digit: number) => string,
    ok: (n: string) => boolean,
  ) =>
    once(() => {
      for (;;) {
        const start = make();
        // 97 for the two check digits of an IBAN; the others use ten.
        for (let digit = 0; digit < 97; digit += 1) {
          const whole = finish(start, digit);
          if (ok(whole)) return whole;
        }
      }
    });
  const last = (start: string, digit: number) => (digit < 10 ? `${start}${digit}` : '');
  let phones = random.whole(100_000, 500_000);

  return {
    iin: () =>
      checked(() => `${random.whole(60, 99)}02${random.pick(['30', '31'])}${digits(5)}`, last, isIin),
    card: () => {
      const number = checked(() => `6999${digits(11)}`, last, isCard);
      return number.replaceAll(/(\d{4})(?=\d)/g, '$1 ');
    },
    iban: () =>
      checked(
        () => `999${digits(13)}`,
        (start, check) => `KZ${String(check).padStart(2, '0')}${start}`,
        isIban,
      ),
    phone: () => {
      phones += random.whole(1, 900);
      const [a, b, c] = [`${phones}`.slice(0, 2), `${phones}`.slice(2, 4), `${phones}`.slice(4)];
      return random.pick([`+7 790 0${a}-${b}-${c}`, `8 790 5${a} ${b} ${c}`, `+77903${a}${b}${c}`]);
    },
    ip: () => once(() => `${random.pick(['192.0.2', '198.51.100', '203.0.113'])}.${random.whole(100, 254)}`),
    marked: (letters) => once(() => `${letters}-${random.whole(1_000_000, 9_999_999)}`),
  };
}
