/** Encrypted details of audit events that concern no subject, such as where a sign-in came from. */
import type { Fact } from '#server/audit/record/record.ts';
import type { Vault } from '#server/vault/vault.ts';

type Request = { headers: Headers; address: string };

/** Network address and browser, encrypted so that the log itself contains no personal data. */
export function fromWhere(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  { headers, address }: Request,
  now: Temporal.Instant,
): NonNullable<Fact['detail']> {
  const text = JSON.stringify({ address, agent: (headers.get('user-agent') ?? '').slice(0, 200) });
  return encryptedDetail(vault, text, now);
}

/** The names and addresses a change of staff left and set: what stays in the log when the row has moved on. */
export function encryptedChange(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  values: Readonly<Record<string, string | readonly [before: string, after: string]>>,
  now: Temporal.Instant,
): NonNullable<Fact['detail']> {
  return encryptedDetail(vault, JSON.stringify(values), now);
}

/** A JSON text about no subject, stored beside its event and encrypted under the organisation's key of the month. */
export function encryptedDetail(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  text: string,
  now: Temporal.Instant,
): NonNullable<Fact['detail']> {
  const purpose = `detail/${now.toString().slice(0, 7)}`;
  return {
    subjectId: null,
    text,
    encrypt: (eventId, whole) =>
      vault.encryptForOrganisation(purpose, whole, { row: eventId, field: 'detail' }),
  };
}
