/** The decision in force on a request: approved by a second officer and not ended. */
import type { Outcome } from '#domain/request/status.ts';
import type { Tx } from '#server/deps.ts';

/** Returns null where none is in force. */
export async function approvedDecision(
  tx: Tx,
  requestId: string,
): Promise<{ id: string; outcome: Outcome } | null> {
  const decision = await tx
    .selectFrom('decision')
    .select(['id', 'outcome'])
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .where('approved_by', 'is not', null)
    .executeTakeFirst();
  return decision ?? null;
}
