/** Builds the inclusion proofs of many events against the newest signed checkpoint, with three queries in total. */
import { isHash } from '#domain/audit/merkle.ts';
import { inclusionPlan } from '#domain/audit/proof.ts';
import { formatTlogProof } from '#domain/audit/tlog-proof.ts';
import type { Tx } from '#server/deps.ts';
import { newestSigned } from './sign.ts';
import { pathOf } from './tree-rows.ts';

export type EventProof = { eventId: string; ix: number; text: string };

/** Returns proofs in log order; leaves out events that are not sealed and signed, or whose path lacks a stored node. */
export async function inclusionsOf(tx: Tx, eventIds: readonly string[]): Promise<readonly EventProof[]> {
  const signed = await newestSigned(tx);
  if (!signed || eventIds.length === 0) return [];
  const leaves = await tx
    .selectFrom('audit_leaf')
    .select(['ix', 'event_id'])
    .where('event_id', 'in', eventIds)
    .where('ix', '<', signed.size)
    .orderBy('ix')
    .execute();
  const plans = leaves.map(({ ix }) => inclusionPlan(ix, signed.size));
  const paths = await pathOf(tx, plans.flat());
  let at = 0; // where the next event's path begins in `paths`, which holds all of them one after another
  return leaves.flatMap(({ ix, event_id: eventId }, index) => {
    const length = plans[index]?.length ?? 0;
    const path = paths.slice(at, at + length);
    at += length;
    if (!path.every(isHash)) return [];
    return [{ eventId, ix, text: formatTlogProof({ ix, path, checkpoint: signed.note }) }];
  });
}
