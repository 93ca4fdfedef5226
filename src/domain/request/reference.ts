/** Reads a request's number as it is copied, dictated and typed: in brackets, on another keyboard layout, shortened. */
import { legible } from '../privacy/legible.ts';

/** NP on a Latin layout; its keys on a Cyrillic one; its sounds. */
const MARK = '(?:np|тз|нп)';
const MARKED = new RegExp(
  `(?<![\\p{L}\\p{Nd}])${MARK}[ -]?(?:(20\\d\\d)[ -]?(\\d{6,9})|(20\\d\\d)[ -](\\d{1,9}))(?!\\p{Nd})`,
  'iu',
);
const ALONE = new RegExp(`^(?:${MARK}[ -]?|№ ?)?(?:(20\\d\\d)[ -])?(\\d{1,9})$`, 'iu');
/** Seven bare digits are a telephone number of a town; a number that long is written with its year. */
const MOST_BARE_DIGITS = 6;

/**
 * The number in its one form, `NP-2026-000861`; null if the text has none. `[NP-2026-000861]` is found in any text; a
 * text that is nothing but a number may lack the mark, and `year` completes one without its own.
 */
export function referenceIn(text: string, year: number): string | null {
  const full = fullReferenceIn(text);
  if (full !== null) return full;
  const seen = legible(text).text.trim();
  const alone = ALONE.exec(seen);
  const [all = '', own, serial = ''] = alone ?? [];
  if (alone === null || (own === undefined && /^\d/.test(all) && serial.length > MOST_BARE_DIGITS))
    return null;
  return referenceOf(own ?? String(year), serial);
}

/** The same, but only of a number with its mark and year, as a person types it to confirm an action. */
export function fullReferenceIn(text: string): string | null {
  const marked = MARKED.exec(legible(text).text.trim());
  return marked && referenceOf(marked[1] ?? marked[3], marked[2] ?? marked[4]);
}

function referenceOf(year = '', serial = ''): string {
  return `NP-${year}-${serial.replace(/^0+(?=\d)/, '').padStart(6, '0')}`;
}
