/** Normalises each kind of keyed value before it is looked up or compared; null when the text is not of that kind. */
import type { SEARCH_KINDS } from '#contract/requests-read.ts';
import { localNumberIn } from '#domain/privacy/contacts.ts';
import { normaliseEmail, normaliseIin, normalisePhone } from '#domain/privacy/normalise.ts';
import type { Tables } from '#server/db/schema.ts';

type Key = { kind: Tables['identifier']['kind']; value: string };

/** Where a value is looked up: seven digits are the end of a number, whose code of town or operator is not said. */
export function lookUp(kind: (typeof SEARCH_KINDS)[number], text: string): Key | null {
  const value = KEYED[kind](text);
  if (value !== null) return { kind, value };
  const local = kind === 'phone' ? localNumberIn(text) : null;
  return local === null ? null : { kind: 'phone_local', value: local };
}

export const KEYED: Record<(typeof SEARCH_KINDS)[number], (value: string) => string | null> = {
  email: normaliseEmail,
  phone: normalisePhone,
  iin: normaliseIin,
};
