/** Collects what a request can be found by: the applicant's address and numbers, and every IIN in its text. */
import { normaliseEmail, normaliseIin, normalisePhone } from '#domain/privacy/normalise.ts';
import { scanText } from '#domain/privacy/text-scan.ts';
import type { Tables } from '#server/db/schema.ts';
import type { NewRequest } from './create.ts';

export type Identifier = { kind: Tables['identifier']['kind']; value: string };

/** Returns each normalised value once; they must be stored only as keyed hashes. */
export function identifiersOf({
  applicant,
  message,
  subjectLine = '',
  extra = [],
}: Pick<NewRequest, 'applicant' | 'message' | 'subjectLine' | 'extra'>): readonly Identifier[] {
  const email = applicant.email === undefined ? null : normaliseEmail(applicant.email);
  const phone = applicant.phone === undefined ? null : normalisePhone(applicant.phone);
  const iins = [message, subjectLine, ...extra.map(({ value }) => value)].flatMap(iinsIn);
  return [
    ...(email ? [{ kind: 'email' as const, value: email }] : []),
    ...(phone
      ? [
          { kind: 'phone' as const, value: phone },
          { kind: 'phone_last4' as const, value: phone.slice(-4) },
        ]
      : []),
    ...[...new Set(iins)].map((value) => ({ kind: 'iin' as const, value })),
  ];
}

function iinsIn(text: string): readonly string[] {
  return scanText(text)
    .filter(({ kind }) => kind === 'iin')
    .flatMap(({ start, end }) => normaliseIin(text.slice(start, end)) ?? []);
}
