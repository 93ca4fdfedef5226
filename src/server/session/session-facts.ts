/** What the log keeps of a sign-in: the person's id in the open, where it came from encrypted under a key of the month. */
import type { Fact } from '#server/audit/record/record.ts';
import type { Vault } from '#server/vault/vault.ts';

type Request = { headers: Headers; address: string };

/** Address and browser under the organisation's key of the month: the log stays free of personal data. */
export function fromWhere(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  { headers, address }: Request,
  now: Temporal.Instant,
): NonNullable<Fact['detail']> {
  const text = JSON.stringify({ address, agent: (headers.get('user-agent') ?? '').slice(0, 200) });
  return encryptedDetail(vault, text, now);
}

/** Text about no subject, encrypted beside its event. */
export function encryptedDetail(
  vault: Pick<Vault, 'encryptForOrganisation'>,
  text: string,
  now: Temporal.Instant,
): NonNullable<Fact['detail']> {
  const purpose = `detail/${now.toString().slice(0, 7)}`;
  return {
    subjectId: null,
    encrypt: (eventId) => vault.encryptForOrganisation(purpose, text, { row: eventId, field: 'detail' }),
  };
}
