/** How each kind of keyed value is normalised before it is looked up or compared; null when it is none. */
import type { SEARCH_KINDS } from '#contract/requests-read.ts';
import { normaliseEmail, normaliseIin, normalisePhone } from '#domain/privacy/normalise.ts';

export const KEYED: Record<(typeof SEARCH_KINDS)[number], (value: string) => string | null> = {
  email: normaliseEmail,
  phone: normalisePhone,
  iin: normaliseIin,
};
