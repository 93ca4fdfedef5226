/**
 * Splits a preview line into text and masks, so that masks can be shown as plates; the server sends it as one string.
 */

/** The masks of domain/privacy/masks.ts: phone, IBAN and card contain blanks; any other run of dots ends at a blank. */
const MASK =
  /\+(?:7 \d{3}|• ?•{3}|•{3}) •{3}-••-(?:\d{2}|••)|[A-Z•]{2}•• •{4} … (?:\d{4}|•{4})|(?:•{4} ){3}(?:\d{4}|•{4})|•\.•\.•\.•|[^\s,;:!?()«»"]*•{2,}[^\s,;:!?()«»"]*/gu;

export type LinePart = { text: string; masked: boolean; at: number };

export function partsOfLine(line: string): readonly LinePart[] {
  const parts: LinePart[] = [];
  let from = 0;
  for (const { 0: text, index } of line.matchAll(MASK)) {
    if (index > from) parts.push({ text: line.slice(from, index), masked: false, at: from });
    parts.push({ text, masked: true, at: index });
    from = index + text.length;
  }
  if (from < line.length) parts.push({ text: line.slice(from), masked: false, at: from });
  return parts;
}
