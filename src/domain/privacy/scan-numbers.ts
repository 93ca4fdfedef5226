/** Finds identifiers of digits only (IIN and BIN, cards, accounts, phones) in legible text, in any grouping. */
import { isAccount, isBin, isCard, isIin } from './identifiers.ts';
import { phoneOf } from './phone-number.ts';
import type { Candidate, Meter } from './text-scan.ts';

/** The prefix of calls within a country, as in +44 (0)20: it is not dialled from abroad. */
const TRUNK = /(?<=\+\d{1,3} ?)\(0\)/g;

/**
 * A run of digits in legible text; `end` is exclusive. `gap` classifies the text between it and the run before: spaces
 * and hyphens (plain), brackets, dots and slashes as in phones (loose), or anything that separates two numbers (apart).
 */
export type DigitGroup = {
  readonly start: number;
  readonly end: number;
  readonly gap: 'plain' | 'loose' | 'apart';
  /** The gap contains a line break. */
  readonly wraps: boolean;
};

/** The longest identifier is an account of 20 digits, so a scan from one group takes at most 20 steps. */
const MOST_DIGITS = 20;
/** After its word an IIN is one in any grouping, with dots too. */
const IIN_WORD = /(?<!\p{L})(?:иин|жсн|бин|бсн|iin|bin)\P{Nd}{0,14}$/iu;
const ACCOUNT_WORD =
  /(?:сч[её]т|(?<!\p{L})шот|(?<!\p{L})р\/с|расч[её]тн|(?<!\p{L})(?:иик|жск|есепшот)|account|acc\.)[^\d\n]{0,30}$/iu;
const WORD_REACH = 40;
/** Identifiers that programs give things: their digits are no number of a person. */
const UUID = /(?<![\p{L}\p{Nd}])[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}(?![\p{L}\p{Nd}])/giu;
/** Ten digits: a national phone number without its prefix. */
const SHORTEST = 10;
/** With a plus: small countries have short numbers. */
const SHORTEST_SIGNED = 8;

/** Returns the runs of digits in order. */
export function digitGroups(text: string): DigitGroup[] {
  const groups: DigitGroup[] = [];
  let before: number | undefined;
  const numbers = text.replace(UUID, (id) => 'x'.repeat(id.length)).replace(TRUNK, '   ');
  for (const { index: start, 0: run } of numbers.matchAll(/\d+/g)) {
    const between = before === undefined || start - before > 4 ? '' : numbers.slice(before, start);
    const gap = /^[ \n-]{1,3}$/.test(between) ? 'plain' : /^[ \n()./-]+$/.test(between) ? 'loose' : 'apart';
    before = start + run.length;
    groups.push({ start, end: before, gap, wraps: between.includes('\n') });
  }
  return groups;
}

/** Returns every sequence of whole groups that can be an identifier; sequences may overlap. */
export function numberCandidates(text: string, groups: readonly DigitGroup[], meter: Meter): Candidate[] {
  const found: Candidate[] = [];
  for (let first = 0; first < groups.length; first += 1) candidatesFrom(text, groups, first, meter, found);
  return found;
}

function candidatesFrom(
  text: string,
  groups: readonly DigitGroup[],
  first: number,
  meter: Meter,
  found: Candidate[],
): void {
  const sizes: number[] = [];
  let digits = '';
  let plain = true;
  let wraps = 0;
  for (let at = first; at < groups.length; at += 1) {
    meter.steps += 1;
    const group = groups[at];
    if (group === undefined || digits.length + group.end - group.start > MOST_DIGITS) return;
    if (at > first) {
      if (group.gap === 'apart') return;
      plain &&= group.gap === 'plain';
      wraps += group.wraps ? 1 : 0;
      // One line break may be a wrapped line; more are a column of figures.
      if (wraps > 1) return;
    }
    digits += text.slice(group.start, group.end);
    sizes.push(group.end - group.start);
    const start = groups[first]?.start ?? group.start;
    if (digits.length < (text[start - 1] === '+' ? SHORTEST_SIGNED : SHORTEST)) continue;
    const { end } = group;
    if (digits.length === 12 && isIin(digits) && isIinGrouped(text, { start, end }, sizes, plain))
      found.push({ start, end, kind: isBin(digits) ? 'bin' : 'iin' });
    if (digits.length === 20 && (isAccount(digits) || isNamed(text, start, ACCOUNT_WORD)))
      found.push({ start, end, kind: 'account' });
    if (isCardShaped(sizes, plain) && isCard(digits)) found.push({ start, end, kind: 'card' });
    const sign = signBefore(text, start);
    if (isPhone(digits, sizes, sign > 0))
      found.push({ start: bracketBefore(text, start - sign, end), end, kind: 'phone' });
  }
}

/** Whether one of the words that the pattern knows stands before an index. */
function isNamed(text: string, at: number, word: RegExp): boolean {
  return word.test(text.slice(Math.max(0, at - WORD_REACH), at));
}

function isIinGrouped(
  text: string,
  { start, end }: { start: number; end: number },
  sizes: readonly number[],
  plain: boolean,
): boolean {
  // Many small parts and one more are a number of another sort, such as an ISBN.
  const goesOn = sizes.length > 2 && /^-\d/.test(text.slice(end, end + 2));
  return (plain && isIinShaped(sizes) && !goesOn) || isNamed(text, start, IIN_WORD);
}

/**
 * Whether twelve digits are grouped as IINs are: split after the sixth digit, the end of the date, or into equal parts.
 */
function isIinShaped(sizes: readonly number[]): boolean {
  if (sizes.every((size) => size === sizes[0])) return true;
  let sum = 0;
  for (const size of sizes) {
    sum += size;
    if (sum === 6) return true;
  }
  return false;
}

/** Requires equal parts, or parts of four and more but the last, else two phones in a row often pass as a card. */
function isCardShaped(sizes: readonly number[], plain: boolean): boolean {
  if (!plain) return sizes.every((size) => size === 4);
  const body = sizes.slice(0, -1);
  return body.every((size) => size >= 4) || body.every((size) => size === body[0]);
}

function isPhone(digits: string, sizes: readonly number[], signed: boolean): boolean {
  const opening = sizes[0] ?? 0;
  if (signed) return !isAmount(sizes, digits) && phoneOf(digits, true) !== null;
  // Dialled from abroad: no other number begins with two zeros and a calling code.
  if (/^00/.test(digits)) return opening !== 1 && phoneOf(digits, false) !== null;
  // An area code is written in one group. Without this rule, 7 500 000 000 tenge would be a phone.
  if (/^7\d{9}$/.test(digits)) return opening >= 3;
  const whole = opening === 1 ? (sizes[1] ?? 0) >= 3 : opening >= 4;
  return whole && (/^8[34789]\d{9}$/.test(digits) || /^7[79]\d{9}$/.test(digits));
}

/** «+15 000 000 000» is money. */
function isAmount(sizes: readonly number[], digits: string): boolean {
  return digits.endsWith('000000') && sizes.slice(-2).every((size) => size === 3);
}

/** The number of characters before a number that belong to its plus sign: 0, 1 or 2. */
function signBefore(text: string, start: number): number {
  if (text[start - 1] === '+') return 1;
  return text[start - 1] === ' ' && text[start - 2] === '+' ? 2 : 0;
}

function bracketBefore(text: string, start: number, end: number): number {
  return text[start - 1] === '(' && text.slice(start, end).includes(')') ? start - 1 : start;
}
