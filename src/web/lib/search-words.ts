/** Interprets the text of the search box: a request's number, or an exact value to look up. */
import type { SEARCH_KINDS } from '#contract/requests-read.ts';
import { emailsIn, localNumberIn, phonesIn } from '#domain/privacy/contacts.ts';
import { isIin } from '#domain/privacy/identifiers.ts';
import { legible } from '#domain/privacy/legible.ts';
import { referenceIn } from '#domain/request/reference.ts';

type SearchKind = (typeof SEARCH_KINDS)[number];
export type Meant = { reference: string } | { kind: SearchKind; value: string } | null;

/** Null when it is neither; `year` completes a number given without one. */
export function meantBy(typed: string, year: number): Meant {
  const reference = referenceIn(typed, year);
  if (reference !== null) return { reference };
  const [email] = emailsIn(typed);
  if (email !== undefined) return { kind: 'email', value: email };
  const twelve = twelveDigitsIn(typed);
  // Twelve digits may be a number of another country; only one of them has this checksum.
  if (twelve !== null && isIin(twelve)) return { kind: 'iin', value: twelve };
  const phone = phonesIn(typed)[0] ?? localNumberIn(typed);
  if (phone !== null) return { kind: 'phone', value: phone };
  return twelve === null ? null : { kind: 'iin', value: twelve };
}

function twelveDigitsIn(typed: string): string | null {
  const text = legible(typed).text.trim();
  const digits = text.replace(/^(?:иин|жсн|iin)[ :№]*/iu, '').replace(/[ .-]/g, '');
  return /^\d{12}$/.test(digits) ? digits : null;
}
