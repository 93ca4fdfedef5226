/** Finds identifiers of more than digits: e-mail addresses, Kazakh IBANs, and document numbers near a word for one. */
import { isIban } from './identifiers.ts';
import type { DigitGroup } from './scan-numbers.ts';
import type { Candidate, Meter } from './text-scan.ts';

const LOCAL = /[\p{L}\p{M}\p{Nd}._%+\-'&!#*$~]/u;
const NOT_FIRST = /[.\-+%'&!#*$~]/;
const DOMAIN = /[\p{L}\p{M}\p{Nd}.-]/u;
const DOMAIN_NAME = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}.-]*\.(?:xn--[a-z\d-]*[a-z\d]|\p{L}[\p{L}\p{M}]+)/iu;

/** Finds addresses from their @ outwards, so that a text without one costs nothing. */
export function emailCandidates(text: string, meter: Meter): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    let start = at;
    while (start > 0 && LOCAL.test(text.charAt(start - 1))) start -= 1;
    let end = at + 1;
    while (end < text.length && DOMAIN.test(text.charAt(end))) end += 1;
    meter.steps += end - start;
    while (start < at && NOT_FIRST.test(text.charAt(start))) start += 1;
    const domain = DOMAIN_NAME.exec(text.slice(at + 1, end))?.[0];
    if (start < at && domain !== undefined) found.push({ start, end: at + 1 + domain.length, kind: 'email' });
  }
  return found;
}

/** Cyrillic letters typed for the Latin ones they look like. */
const CYRILLIC = 'АВСЕНІКМОРТХ';
const LATIN = 'ABCEHIKMOPTX';
const IBAN_LENGTH = 20;

/** Finds KZ and eighteen more characters, in any grouping, whose checksum is valid. */
export function ibanCandidates(text: string, meter: Meter): Candidate[] {
  const found: Candidate[] = [];
  for (const opening of text.matchAll(/[kк] ?z/giu)) {
    let iban = '';
    let gap = 0;
    for (let at = opening.index; at < text.length && gap <= 2; at += 1) {
      meter.steps += 1;
      const char = latinised(text.charAt(at));
      if (/[A-Z\d]/.test(char)) {
        iban += char;
        gap = 0;
      } else if (/[ \n-]/.test(char)) gap += 1;
      else break;
      if (iban.length >= IBAN_LENGTH) {
        if (isIban(iban)) found.push({ start: opening.index, end: endOfDigits(text, at + 1), kind: 'iban' });
        break;
      }
    }
  }
  return found;
}

/** Also covers digits that follow without a gap, because the rest of a split run could be a number of its own. */
function endOfDigits(text: string, from: number): number {
  let end = from;
  while (end < text.length && /\d/.test(text.charAt(end))) end += 1;
  return end;
}

/** Returns a character in upper case, and a Cyrillic one as the Latin letter it looks like. */
export function latinised(char: string): string {
  const upper = char.toUpperCase();
  const at = CYRILLIC.indexOf(upper);
  return at >= 0 && upper.length === 1 ? LATIN.charAt(at) : upper;
}

/** Words for identity documents in Kazakh, Russian and English, with common misspellings. */
const DOCUMENT_WORD =
  /ку[әəа]л[іiи]|ку[әəа]ланд|удостовер|удост\.|уд\. ?личн|паспорт|т[өо]л[қк][ұу]жат|passport|identity card|id[ -]?(?:card|карт)|водительск|driver'?s? licen[cs]e|driving licen[cs]e|вид на жительство|ықтиярхат/giu;
const MOST_DOCUMENT_DIGITS = 10;
const LEAST_WITHOUT_SERIES = 8;
/** How many characters a number may be after or before its word. */
const REACH_AFTER = 40;
const REACH_BEFORE = 24;

/** Finds numbers in the form of a document number near a word for one; the form alone would match too much. */
export function documentCandidates(text: string, groups: readonly DigitGroup[], meter: Meter): Candidate[] {
  const found = new Map<number, Candidate>();
  let next = 0;
  for (const word of text.matchAll(DOCUMENT_WORD)) {
    meter.steps += 1;
    const end = word.index + word[0].length;
    while ((groups[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    // A number before the word has at most three groups, so it starts at one of the last three.
    for (const first of [next - 1, next - 2, next - 3]) {
      const before = documentAt(text, groups, first);
      if (
        before?.last === next - 1 &&
        before.digits >= LEAST_WITHOUT_SERIES &&
        isNear(text, before.end, word.index, REACH_BEFORE, /••|[.!?\n\u2029]/)
      ) {
        found.set(first, before);
      }
    }
    // One word may precede a list of numbers. Stop at a number that an earlier word found, so that work stays linear.
    let from = end;
    let at = next;
    while (!found.has(at)) {
      meter.steps += 1;
      const number = documentAt(text, groups, at);
      if (number === null || !isNear(text, from, number.start, REACH_AFTER, /••/)) break;
      if (at > next && !number.certain) break;
      found.set(at, number);
      from = number.end;
      at = number.last + 1;
    }
  }
  return [...found.values()];
}

type DocumentNumber = Candidate & {
  /** Index of its last group. */
  readonly last: number;
  /** Has series letters or exactly nine digits, so that it counts also as a later number of a list. */
  readonly certain: boolean;
  readonly digits: number;
};

/**
 * Returns the document number that starts with a group: series letters and 6 to 10 digits, or 8 to 10 digits alone, in
 * at most three groups.
 */
function documentAt(text: string, groups: readonly DigitGroup[], first: number): DocumentNumber | null {
  const opening = groups[first];
  if (opening === undefined) return null;
  const series =
    /(?<![\p{L}\p{M}])\p{Lu}{1,2}[ -]?$/u.exec(
      text.slice(Math.max(0, opening.start - 4), opening.start),
    )?.[0] ?? '';
  const least = series === '' ? LEAST_WITHOUT_SERIES : 6;
  let digits = 0;
  let best: DocumentNumber | null = null;
  for (let last = first; last < first + 3; last += 1) {
    const group = groups[last];
    if (group === undefined) break;
    if (last > first && !isOneGap(text, group)) break;
    digits += group.end - group.start;
    if (digits > MOST_DOCUMENT_DIGITS) break;
    if (digits < least) continue;
    best = {
      start: opening.start - series.length,
      end: group.end,
      kind: 'document',
      last,
      digits,
      certain: series !== '' || digits === 9,
    };
    if (last === first) break;
  }
  return best;
}

/** Whether exactly one space or hyphen separates a group from the one before. */
function isOneGap(text: string, group: DigitGroup): boolean {
  return group.gap === 'plain' && !group.wraps && /\d/.test(text.charAt(group.start - 2));
}

/** Whether the text between two positions is at most `reach` long and does not match `barrier`. */
function isNear(text: string, from: number, to: number, reach: number, barrier: RegExp): boolean {
  return to - from <= reach && !barrier.test(text.slice(from, to));
}
