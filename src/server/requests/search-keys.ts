/** Normalises each kind of keyed value before it is looked up or compared; null when the text is not of that kind. */
import type { SEARCH_KINDS } from '#contract/requests-read.ts';
import { normaliseEmail, normaliseIin, normalisePhone } from '#domain/privacy/normalise.ts';

export const KEYED: Record<(typeof SEARCH_KINDS)[number], (value: string) => string | null> = {
  email: normaliseEmail,
  phone: normalisePhone,
  iin: normaliseIin,
};
