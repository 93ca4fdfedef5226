/** Finds numbers in the form of an identity document near a word for one; the form alone would match too much. */
import type { DigitGroup } from './scan-numbers.ts';
import type { Candidate, Meter } from './text-scan.ts';

type WordRow = {
  /** Kazakh, Russian and English words with common misspellings. */
  readonly word: string;
  /** A word for papers of any sort: only with a word for a number after it, and a number that is surely a document's. */
  readonly general?: true;
};

const WORDS: readonly WordRow[] = [
  { word: 'ку[әəа]л[іiи]|ку[әəа]ланд|жеке басын' },
  { word: 'удостовер|удост\\.|уд\\. ?личн' },
  { word: 'паспорт|т[өо]л[қк][ұу]жат|passport' },
  { word: 'identity card|id[ -]?(?:card|карт)|identity document' },
  { word: "водительск|driver'?s? licen[cs]e|driving licen[cs]e" },
  { word: 'вид на жительство|ықтиярхат|residence permit' },
  { word: '(?<!\\p{L})документ|(?<!\\p{L})құжат|(?<!\\p{L})document', general: true },
];
const DOCUMENT_WORD = new RegExp(
  WORDS.map(({ word, general }) => (general ? `(?<general>${word})` : word)).join('|'),
  'giu',
);
/** Papers that are not a person's. */
const OTHER_PAPER =
  /(?:плат[её]жн|расч[её]тн|кассов|бухгалтер|товарн|входящ|исходящ|нормативн|правов|электронн|төлем|кіріс|шығыс|payment|accounting|incoming|outgoing|legal)\p{L}* $/iu;
const BEFORE_WORD = 24;
const NUMBER_WORD = /№|#|номер|н[өо]м[іiи]р|number|(?<!\p{L})no\.?(?!\p{L})|(?<!\p{L})n(?!\p{L})/iu;

const MOST_DIGITS = 10;
const LEAST_WITHOUT_SERIES = 8;
/** How many characters a number may be after or before its word. */
const REACH_AFTER = 40;
const REACH_BEFORE = 24;
/** How many, if only words stand between that belong to a document: «личности гражданина Республики Казахстан номер». */
const LONG_REACH = 110;
const OF_DOCUMENT =
  /^(?:личност|гражд|республик|казахстан|российск|федерац|узбекист|кыргыз|рк$|рф$|қр$|қазақстан|азамат|сери|номер|н[өо]м[іiи]р|выдан|берілген|тіркеу|жеке|бас|моего|мой|меня|менің|of$|the$|an?$|card|identity|citizen|republic|kazakhstan|number|no$|series|иностранн|заграничн|шетел|лиц|мвд$|іім$|от$|ж$|г$)/iu;

/** Russian passports: the series and the number are named apart. */
const SERIES_AND_NUMBER =
  /(?:сери\p{L}{0,4}|series)[: ]{0,2}(?:№ ?)?(\d\d ?\d\d)[, ]{0,2}(?:№|номер\p{L}{0,3}|н[өо]м[іiи]р\p{L}{0,3}|number|no\.?)[: ]{0,2}(?:№ ?)?\d{6}(?!\d)/giu;

export function documentCandidates(text: string, groups: readonly DigitGroup[], meter: Meter): Candidate[] {
  const found = new Map<number, Candidate>();
  let next = 0;
  for (const word of text.matchAll(DOCUMENT_WORD)) {
    meter.steps += 1;
    const end = word.index + word[0].length;
    const general = word.groups?.general !== undefined;
    while ((groups[next]?.start ?? Number.POSITIVE_INFINITY) < end) next += 1;
    if (general && OTHER_PAPER.test(text.slice(Math.max(0, word.index - BEFORE_WORD), word.index))) continue;
    if (!general) numbersBefore(text, groups, { next, start: word.index }, found);
    numbersAfter(text, groups, { next, end, general }, found, meter);
  }
  return [...found.values(), ...seriesAndNumbers(text, meter)];
}

/** A number before the word has at most three groups, so it starts at one of the last three. */
function numbersBefore(
  text: string,
  groups: readonly DigitGroup[],
  word: { next: number; start: number },
  found: Map<number, Candidate>,
): void {
  for (const first of [word.next - 1, word.next - 2, word.next - 3]) {
    const before = documentAt(text, groups, first);
    if (
      before?.last === word.next - 1 &&
      before.digits >= LEAST_WITHOUT_SERIES &&
      isNear(text, before.end, word.start, REACH_BEFORE, /••|[.!?\n\u2029]/)
    )
      found.set(first, before);
  }
}

/**
 * One word may precede a list of numbers. It stops at a number that an earlier word found, so that work stays linear.
 */
function numbersAfter(
  text: string,
  groups: readonly DigitGroup[],
  word: { next: number; end: number; general: boolean },
  found: Map<number, Candidate>,
  meter: Meter,
): void {
  let from = word.end;
  let at = word.next;
  while (!found.has(at)) {
    meter.steps += 1;
    const number = documentAt(text, groups, at);
    if (number === null || !isReached(text, from, number.start)) return;
    const isFirst = at === word.next;
    if ((!isFirst || word.general) && !number.certain) return;
    if (isFirst && word.general && !NUMBER_WORD.test(text.slice(from, number.start))) return;
    found.set(at, number);
    from = number.end;
    at = number.last + 1;
  }
}

function seriesAndNumbers(text: string, meter: Meter): readonly Candidate[] {
  return Array.from(text.matchAll(SERIES_AND_NUMBER), ({ index, 0: all, 1: series = '' }) => {
    meter.steps += all.length;
    return { start: index + all.indexOf(series), end: index + all.length, kind: 'document' as const };
  });
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
    if (digits > MOST_DIGITS) break;
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

function isReached(text: string, from: number, to: number): boolean {
  if (isNear(text, from, to, REACH_AFTER, /••/)) return true;
  if (!isNear(text, from, to, LONG_REACH, /••|[!?\n\u2029]/)) return false;
  // The rest of the word itself, then words of a document alone.
  const [, ...words] = text.slice(from, to).split(/[^\p{L}\p{M}]+/u);
  return words.every((word) => word === '' || OF_DOCUMENT.test(word));
}

/** Whether the text between two positions is at most `reach` long and does not match `barrier`. */
function isNear(text: string, from: number, to: number, reach: number, barrier: RegExp): boolean {
  return to - from <= reach && !barrier.test(text.slice(from, to));
}
