/** Builds the inclusion proof of one event: a C2SP tlog-proof, which can be checked with the public key alone. */
import { isHash } from '#domain/audit/merkle.ts';
import { inclusionPlan } from '#domain/audit/proof.ts';
import { formatTlogProof } from '#domain/audit/tlog-proof.ts';
import type { Tx } from '#server/deps.ts';
import { pathOf } from './tree-rows.ts';

export type Inclusion = { ix: number; size: number; signedAt: string; text: string };

/**
 * Returns the proof against the first signed checkpoint that covers the event; null while the event is not sealed and
 * signed, or when the stored tree lacks a node of the path.
 */
export async function inclusionOf(tx: Tx, eventId: string): Promise<Inclusion | null> {
  const row = await tx
    .selectFrom('audit_leaf as l')
    .innerJoin('audit_signature as s', (join) => join.onRef('s.size', '>', 'l.ix'))
    .select(['l.ix', 's.size', 's.note', 's.at'])
    .where('l.event_id', '=', eventId)
    .orderBy('s.size')
    .limit(1)
    .executeTakeFirst();
  if (!row) return null;
  const path = await pathOf(tx, inclusionPlan(row.ix, row.size));
  if (!path.every(isHash)) return null;
  return {
    ix: row.ix,
    size: row.size,
    signedAt: row.at,
    text: formatTlogProof({ ix: row.ix, path, checkpoint: row.note }),
  };
}
