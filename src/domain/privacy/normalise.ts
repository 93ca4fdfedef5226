/** One spelling for each value that is looked up: what goes into a keyed index, and what a search compares with it. */
import { isIin } from './identifiers.ts';
import { legible } from './legible.ts';
import { scanText } from './text-scan.ts';

/** Lower case, without blanks around; null if there is not one @ with something on both sides. */
export function normaliseEmail(value: string): string | null {
  const address = legible(value).text.trim().normalize('NFC').toLowerCase().normalize('NFC');
  return /^[^\s@]+@[^\s@]+$/.test(address) ? address : null;
}

/** E.164, or null if it is no phone number. Ten digits and those after an 8 are national, as they are written here. */
export function normalisePhone(value: string): string | null {
  const text = legible(value).text.trim();
  const [, plus = '', rest = ''] = /^\(?(\+ ?)?([\d ()./\n-]+)$/.exec(text) ?? [];
  const digits = rest.replace(/\D/g, '');
  if (plus !== '' && !/^(?:7|87)/.test(digits)) return /^[1-9]\d{7,14}$/.test(digits) ? `+${digits}` : null;
  if (/^[78][3-9]\d{9}$/.test(digits)) return `+7${digits.slice(1)}`;
  return plus === '' && /^[3-9]\d{9}$/.test(digits) ? `+7${digits}` : null;
}

/** Twelve digits of a valid IIN or BIN without separators, or null. */
export function normaliseIin(value: string): string | null {
  const digits = legible(value).text.replace(/[\s-]/g, '');
  return isIin(digits) ? digits : null;
}

/** Letters that people type for one another on keyboards without Kazakh: each pair folds to the second. */
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
  // Official texts mix the Latin i into Kazakh words; и and ы stand in for і where the keyboard lacks it.
  i: 'і',
  и: 'і',
  ы: 'і',
};

/** For comparison only, never for display: NFC, lower case, Kazakh and Russian spellings brought together. */
export function foldText(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .normalize('NFC')
    .replace(/[әəғқңөұүһёiиы]/g, (letter) => FOLDED[letter] ?? letter);
}

/** Longer words are cut: a token is a key, and no word of a language needs more. */
const LONGEST_TOKEN = 40;

/**
 * The different folded words of a text, two characters and longer. Identifiers are left out: a search by words must not
 * confirm what the reader sees masked.
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
