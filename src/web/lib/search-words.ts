/** Interprets the text of the search box: a request's number, or an exact value to look up. */
import type { SEARCH_KINDS } from '#contract/requests-read.ts';

type SearchKind = (typeof SEARCH_KINDS)[number];
export type Meant = { reference: string } | { kind: SearchKind; value: string } | null;

/** Null when it is neither; `year` completes a number given without one. */
export function meantBy(typed: string, year: number): Meant {
  const text = typed.trim();
  const reference = referenceOf(text, year);
  if (reference !== null) return { reference };
  if (/^\S+@\S+\.\S+$/.test(text)) return { kind: 'email', value: text };
  const digits = text.replace(/[\s()+.-]/g, '');
  if (!/^\d+$/.test(digits)) return null;
  if (digits.length === 12 && !text.startsWith('+')) return { kind: 'iin', value: digits };
  return digits.length >= 10 && digits.length <= 15 ? { kind: 'phone', value: text } : null;
}

/** `NP-2026-000861`, `np 2026 861`, `2026-861` or `861` of this year. */
function referenceOf(text: string, year: number): string | null {
  const match = /^(?:np[\s-]?)?(?:(\d{4})[\s-])?(\d{1,9})$/i.exec(text);
  if (!match?.[2]) return null;
  return `NP-${match[1] ?? year}-${match[2].padStart(6, '0')}`;
}
