/** Collects what a request can be found by: the applicant's addresses and numbers, and every IIN in its text. */
import { contactsOf, localPart } from '#domain/privacy/contacts.ts';
import { normaliseIin } from '#domain/privacy/normalise.ts';
import { scanText } from '#domain/privacy/text-scan.ts';
import type { Tables } from '#server/db/schema.ts';
import type { NewRequest } from './create.ts';

export type Identifier = { kind: Tables['identifier']['kind']; value: string };

/** The kinds that are made of the applicant's address and number alone. */
export const CONTACT_KINDS = [
  'email',
  'phone',
  'phone_local',
] as const satisfies readonly Identifier['kind'][];

/** Returns each normalised value once; they must be stored only as keyed hashes. */
export function identifiersOf({
  applicant,
  message,
  subjectLine = '',
  extra = [],
}: Pick<NewRequest, 'message' | 'subjectLine' | 'extra'> & {
  applicant: Parameters<typeof contactsOf>[0];
}): readonly Identifier[] {
  const { emails, phones } = contactsOf(applicant);
  const iins = [message, subjectLine, ...extra.map(({ value }) => value)].flatMap(iinsIn);
  return [
    ...emails.map((value) => ({ kind: 'email' as const, value })),
    ...phones.map((value) => ({ kind: 'phone' as const, value })),
    ...[...new Set(phones.map(localPart))].map((value) => ({ kind: 'phone_local' as const, value })),
    ...[...new Set(iins)].map((value) => ({ kind: 'iin' as const, value })),
  ];
}

/** Whether the applicant left neither an address nor a number in what they gave as such. */
export function noWayToReply(identifiers: readonly Pick<Identifier, 'kind'>[]): boolean {
  return !identifiers.some(({ kind }) => kind === 'email' || kind === 'phone');
}

function iinsIn(text: string): readonly string[] {
  return scanText(text)
    .filter(({ kind }) => kind === 'iin')
    .flatMap(({ start, end }) => normaliseIin(text.slice(start, end)) ?? []);
}
