/** Finds IBANs of any country in legible text, in any grouping of their characters. */
import { ibanLength, isIban } from './iban.ts';
import type { Candidate, Meter } from './text-scan.ts';

/** Cyrillic letters typed for the Latin ones they look like. */
const CYRILLIC = 'АВСЕНІКМОРТХ';
const LATIN = 'ABCEHIKMOPTX';
/** Two letters and the first check digit; the letters of KZ are also written apart. */
const OPENING = /[\p{L}](?: (?=[zZ]))?[\p{L}] ?\d/gu;

/** Finds a country's letters and as many more characters as its IBANs have, whose checksum is valid. */
export function ibanCandidates(text: string, meter: Meter): Candidate[] {
  const found: Candidate[] = [];
  for (const { index: start } of text.matchAll(OPENING)) {
    meter.steps += 1;
    const end = endOfIban(text, start, meter);
    if (end !== null) found.push({ start, end: endOfDigits(text, end, meter), kind: 'iban' });
  }
  return found;
}

/** The end of the IBAN that starts at an index, exclusive; null if there is none. */
function endOfIban(text: string, start: number, meter: Meter): number | null {
  let iban = '';
  let gap = 0;
  for (let at = start; at < text.length && gap <= 2; at += 1) {
    meter.steps += 1;
    const char = latinised(text.charAt(at));
    if (/^[A-Z\d]$/.test(char)) {
      iban += char;
      gap = 0;
    } else if (/[ \n-]/.test(char)) gap += 1;
    else return null;
    if (iban.length === 2 && ibanLength(iban) === undefined) return null;
    if (iban.length > 2 && iban.length === ibanLength(iban.slice(0, 2))) return isIban(iban) ? at + 1 : null;
  }
  return null;
}

/** Also covers digits that follow without a gap, because the rest of a split run could be a number of its own. */
function endOfDigits(text: string, from: number, meter: Meter): number {
  let end = from;
  while (end < text.length && /\d/.test(text.charAt(end))) end += 1;
  meter.steps += end - from;
  return end;
}

/** Returns a character in upper case, and a Cyrillic one as the Latin letter it looks like. */
export function latinised(char: string): string {
  const upper = char.toUpperCase();
  const at = CYRILLIC.indexOf(upper);
  return at >= 0 && upper.length === 1 ? LATIN.charAt(at) : upper;
}
