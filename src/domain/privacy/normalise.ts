/** Canonical spellings of the values that can be looked up, used both for the keyed index and for the search term. */
import { emailsIn, phonesIn } from './contacts.ts';
import { isIin } from './identifiers.ts';
import { legible } from './legible.ts';
import { normalForm } from './normal-form.ts';
import { scanText } from './text-scan.ts';

/** Returns the first address in a text, in its canonical spelling; null if there is none. */
export function normaliseEmail(value: string): string | null {
  return emailsIn(value)[0] ?? null;
}

/** Returns the first number in a text, in E.164; null if there is none. */
export function normalisePhone(value: string): string | null {
  return phonesIn(value)[0] ?? null;
}

/** Returns the twelve digits of a valid IIN or BIN without separators; null for anything else. */
export function normaliseIin(value: string): string | null {
  const digits = legible(value).text.replace(/[\s-]/g, '');
  return isIin(digits) ? digits : null;
}

/** Letters typed for one another on keyboards without Kazakh; each folds to the second of its pair. */
const FOLDED: Readonly<Record<string, string>> = {
  ә: 'а',
  ə: 'а',
  ғ: 'г',
  қ: 'к',
  ң: 'н',
  ө: 'о',
  ұ: 'у',
  ү: 'у',
  һ: 'х',
  ё: 'е',
  // Official texts use the Latin i in Kazakh words; и and ы are typed for і where the keyboard lacks it.
  i: 'і',
  и: 'і',
  ы: 'і',
};

/**
 * Returns the text in NFC and lower case with Kazakh letters folded to Russian ones. For comparison, never for display.
 */
export function foldText(text: string): string {
  return normalForm(normalForm(text).toLowerCase()).replace(
    /[әəғқңөұүһёiиы]/g,
    (letter) => FOLDED[letter] ?? letter,
  );
}

/** Tokens are index keys, so longer words are cut; ordinary words are shorter. */
const LONGEST_TOKEN = 40;

/**
 * Returns the distinct folded words of a text, of two characters or more. Identifiers are left out, because a search by
 * words must not confirm a value that the reader sees masked.
 */
export function tokensOf(text: string): string[] {
  let words = '';
  let from = 0;
  for (const { start, end } of scanText(text)) {
    words += `${text.slice(from, start)} `;
    from = end;
  }
  words += text.slice(from);
  const tokens = Array.from(foldText(words).matchAll(/[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}]+/gu), ([word]) => word);
  return [...new Set(tokens.map((word) => word.slice(0, LONGEST_TOKEN)))];
}
