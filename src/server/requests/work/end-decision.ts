/** Ends the decision that applies to a request: when it is returned, reopened, converted or closed in another way. */
import type { Tx } from '#server/deps.ts';

/** The proposal stays on record with its end; a request has at most one decision without an end. */
export async function endDecision(
  { tx, now }: { tx: Tx; now: Temporal.Instant },
  requestId: string,
): Promise<void> {
  await tx
    .updateTable('decision')
    .set({ ended_at: now.toString() })
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .execute();
}
