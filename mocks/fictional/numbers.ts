/** Numbers that look and check right but belong to nobody; each is given out once. */
import { isCard, isIban, isIin } from '#domain/privacy/identifiers.ts';
import type { Random } from './random.ts';

export type Numbers = {
  /** With a birthday on 30 or 31 February, so nobody was ever issued it. */
  iin(): string;
  /** Of a range that no scheme has given to a bank, in groups of four. */
  card(): string;
  /** Of a bank 999 that does not exist. */
  iban(): string;
  /** Of the code 790, which no operator has; written as people write. */
  phone(): string;
  /** Of the nets reserved for documentation (RFC 5737). */
  ip(): string;
  /** An order, a case, an account: letters that say which, and seven digits. */
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
  /** The first of ten last digits that satisfies the check; some beginnings have none. */
  const checked = (
    make: () => string,
    finish: (start: string, digit: number) => string,
    ok: (n: string) => boolean,
  ) =>
    once(() => {
      for (;;) {
        const start = make();
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
      const number = checked(() => `9999${digits(11)}`, last, isCard);
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
