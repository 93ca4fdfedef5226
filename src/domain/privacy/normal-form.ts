/**
 * Unicode normalisation in linear time. Sorting the marks of one letter is quadratic in their number: 100 000 of them
 * hold a processor for seconds, and a message may bring as many.
 */

/** As many non-starters as the Stream-Safe Text Format allows in a row (UAX #15, section 13); no script needs ten. */
const MOST_MARKS = 30;
const EXCESS = new RegExp(`(\\p{M}{${MOST_MARKS}})\\p{M}+`, 'gu');

/** The text in the form, NFC unless another is named, with at most thirty marks in a row. */
export function normalForm(text: string, form: 'NFC' | 'NFKC' | 'NFD' = 'NFC'): string {
  return text.replace(EXCESS, '$1').normalize(form);
}
