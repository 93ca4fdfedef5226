/** Loads one request by its id or number, with the facts that the access rules need. */
import type { Selectable } from 'kysely';
import type { RequestFacts } from '#domain/access/conditions.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';

export type StoredRequest = Selectable<Tables['request']>;
export type LoadedRequest = { row: StoredRequest; facts: RequestFacts };

/**
 * Returns null when there is no such request. `lock` waits for other changes of the request and locks its row until the
 * transaction ends.
 */
export async function loadRequest(
  tx: Tx,
  key: string,
  { lock = false }: { lock?: boolean } = {},
): Promise<LoadedRequest | null> {
  const column = UUID.test(key) ? 'request.id' : 'request.reference';
  if (lock) {
    // A separate query, because only a statement that begins after the wait sees the decision committed meanwhile.
    const held = await tx
      .selectFrom('request')
      .select('id')
      .where(column, '=', key)
      .forUpdate()
      .executeTakeFirst();
    if (!held) return null;
  }
  const found = await tx
    .selectFrom('request')
    .leftJoin('decision', (join) =>
      join.onRef('decision.request_id', '=', 'request.id').on('decision.ended_at', 'is', null),
    )
    .selectAll('request')
    .select(['decision.proposed_by as proposer_id', 'decision.approved_at'])
    .where(column, '=', key)
    .executeTakeFirst();
  if (!found) return null;
  const { proposer_id, approved_at, ...row } = found;
  return { row, facts: factsOf(row, { proposed_by: proposer_id, approved_at }) };
}

export function factsOf(
  row: Pick<StoredRequest, 'type' | 'status' | 'assignee_id' | 'blocked'>,
  /** The decision that stands; null, or null in its columns, without one. */
  decision: { proposed_by: string | null; approved_at: string | null } | null,
): RequestFacts {
  return {
    type: row.type,
    status: row.status,
    assigneeId: row.assignee_id,
    proposerId: decision?.proposed_by ?? null,
    approved: (decision?.approved_at ?? null) !== null,
    blocked: row.blocked,
  };
}

const UUID = /^[\da-f]{8}-/i;
