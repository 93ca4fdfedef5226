/** Finds e-mail addresses in legible text, also typed with a gap before the @ or with a comma for the dot. */
import { PUBLIC_PROVIDERS } from './mail-providers.ts';
import type { Candidate, Meter } from './text-scan.ts';

const LOCAL = /[\p{L}\p{M}\p{Nd}._%+\-'&!#*$~]/u;
const NOT_FIRST = /[.\-+%'&!#*$~]/;
const DOMAIN = /[\p{L}\p{M}\p{Nd}.-]/u;
const DOMAIN_NAME = /^[\p{L}\p{Nd}][\p{L}\p{M}\p{Nd}.-]*\.(?:xn--[a-z\d-]*[a-z\d]|\p{L}[\p{L}\p{M}]+)/iu;
/** A comma for the dot: on Russian layouts both are on one key. Only before an end that many domains have. */
const COMMA_END = /^, ?(?:kz|ru|com|net|org|kg|uz|by|рф|қаз)(?![\p{L}\p{M}\p{Nd}])/iu;
/** Before a gap only a word in the letters of mailboxes counts, or «пишите на @mail.kz» would be an address. */
const LATIN_LOCAL = /[a-z\d._-]/i;
const LEAST_BEFORE_GAP = 3;

/** Searches from each @ outwards, so that a text without one costs nothing. */
export function emailCandidates(text: string, meter: Meter): Candidate[] {
  const found: Candidate[] = [];
  for (let at = text.indexOf('@'); at >= 0; at = text.indexOf('@', at + 1)) {
    const domain = domainAfter(text, at + 1, meter);
    if (domain === null) continue;
    const start = localBefore(text, at, domain.isProvider, meter);
    if (start !== null) found.push({ start, end: domain.end, kind: 'email' });
  }
  return found;
}

function domainAfter(text: string, from: number, meter: Meter): { end: number; isProvider: boolean } | null {
  const start = text[from] === ' ' ? from + 1 : from;
  let end = start;
  while (end < text.length && DOMAIN.test(text.charAt(end))) end += 1;
  meter.steps += end - start;
  const run = text.slice(start, end);
  const name = DOMAIN_NAME.exec(run)?.[0];
  if (name !== undefined) {
    const isProvider = PUBLIC_PROVIDERS.has(name.toLowerCase());
    return start === from || isProvider ? { end: start + name.length, isProvider } : null;
  }
  const comma = run === '' || start > from ? null : COMMA_END.exec(text.slice(end, end + 6));
  return comma === null ? null : { end: end + comma[0].length, isProvider: false };
}

/** Where the part before the @ starts; null if there is none. */
function localBefore(text: string, at: number, isProvider: boolean, meter: Meter): number | null {
  let start = at;
  while (start > 0 && LOCAL.test(text.charAt(start - 1))) start -= 1;
  meter.steps += at - start;
  while (start < at && NOT_FIRST.test(text.charAt(start))) start += 1;
  if (start < at) return start;
  if (!isProvider || text[at - 1] !== ' ') return null;
  let gapped = at - 1;
  while (gapped > 0 && LATIN_LOCAL.test(text.charAt(gapped - 1))) gapped -= 1;
  meter.steps += at - gapped;
  return at - 1 - gapped >= LEAST_BEFORE_GAP && !/[\p{L}\p{M}]/u.test(text.charAt(gapped - 1))
    ? gapped
    : null;
}
