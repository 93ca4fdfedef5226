/** The reason given by staff, encrypted with its event under the subject's key, so that erasure removes it too. */
import type { Fact } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { subjectCipher } from '#server/subjects/subject-cipher.ts';
import type { StoredRequest } from './facts.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

/** The JSON in an event's `detail`. */
type EventDetail = { reason: string };

export async function encryptedReason(
  env: Env,
  { subject_id }: Pick<StoredRequest, 'subject_id'>,
  reason: string,
): Promise<NonNullable<Fact['detail']>> {
  const encrypt = await (await subjectCipher(env, subject_id)).encryptor('detail');
  const text = JSON.stringify({ reason } satisfies EventDetail);
  return {
    subjectId: subject_id,
    text,
    encrypt: (eventId, whole) => encrypt({ row: eventId, field: 'detail' }, whole),
  };
}
