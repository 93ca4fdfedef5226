/** Why somebody did something, in his words: kept beside the event under the subject's own key, so that erasure reaches it. */
import type { Fact } from '#server/audit/record/record.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { subjectBox } from '#server/subjects/subject-keys.ts';
import type { StoredRequest } from './facts.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

/** What an event's `detail` holds as JSON. */
type EventDetail = { reason: string };

export async function sealedReason(
  env: Env,
  { subject_id }: Pick<StoredRequest, 'subject_id'>,
  reason: string,
): Promise<NonNullable<Fact['detail']>> {
  const seal = await (await subjectBox(env, subject_id)).sealer('detail');
  const text = JSON.stringify({ reason } satisfies EventDetail);
  return { subjectId: subject_id, sealed: (eventId) => seal({ row: eventId, field: 'detail' }, text) };
}
