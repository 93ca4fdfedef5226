/**
 * Links a request to the one it repeats. The earlier of the two receipts becomes that of the original only where the
 * linker may correct the receipt of both and the sender is shared; otherwise the requests are only linked.
 */

import type { ChangeEndpoint } from '#contract/requests-write.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { type ReceiptKept, receiptKept } from '#domain/request/duplicate.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { Tx } from '#server/deps.ts';
import { fault } from '#server/http/refusal.ts';
import type { Context } from '#server/http/serve.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { countMiss, holdGuesses } from '../read/oracle-budget.ts';
import { saveRequest } from './derive.ts';
import { moveEventsAtReceipt } from './step-events.ts';

export type Link = {
  original: StoredRequest;
  /** Why the original keeps its receipt; null when it moved. */
  kept: ReceiptKept | null;
  /** The event about the original, if its receipt moved. */
  moved: Fact | null;
};

type Loaded = { row: StoredRequest; facts: RequestFacts };

export async function linkDuplicate(
  context: Context<ChangeEndpoint>,
  duplicate: Loaded,
  reference: string | undefined,
): Promise<Link> {
  const { row } = duplicate;
  if (!reference) throw fault('/duplicateOf', 'required');
  const found = await loadRequest(context.tx, reference, { lock: true });
  // A duplicate of a duplicate is refused, because such links could form a cycle; the first request must be named.
  if (!found || found.row.id === row.id || found.row.duplicate_of !== null)
    throw fault('/duplicateOf', 'unknown_value');
  const { row: original } = found;
  context.mayOrRefuse('request.open', { id: original.id, facts: found.facts });
  const kept = await receiptKept(
    {
      isEarlier: Temporal.Instant.compare(instant(row), instant(original)) < 0,
      originalIsClosed: isClosed(original.status),
      mayCorrectBoth: [duplicate, found].every(
        ({ facts }) => can(context.actor, 'request.correct_receipt', facts).ok,
      ),
    },
    async () => {
      await holdGuesses(context, 'duplicate');
      const shared = await shareSender(context.tx, row, original);
      if (!shared) await countMiss(context, 'duplicate');
      return shared;
    },
  );
  if (kept) return { original, kept, moved: null };
  await moveEventsAtReceipt(context.tx, original, instant(row));
  const saved = await saveRequest(context, original, { received_at: row.received_at });
  const moved: Fact = {
    event: 'request.receipt_corrected',
    object: { type: 'request', id: original.id },
    data: {
      from: original.received_at,
      to: saved.received_at,
      dueOnBefore: original.due_on,
      because: row.reference,
    },
  };
  return { original: saved, kept, moved };
}

/** Whether both give the same address or number. A test shares its sender with no real request. */
async function shareSender(tx: Tx, one: StoredRequest, other: StoredRequest): Promise<boolean> {
  if (one.test !== other.test) return false;
  const shared = await tx
    .selectFrom('identifier as mine')
    .innerJoin('identifier as theirs', (join) =>
      join.onRef('theirs.kind', '=', 'mine.kind').onRef('theirs.mac', '=', 'mine.mac'),
    )
    .select('mine.kind')
    .where('mine.request_id', '=', one.id)
    .where('theirs.request_id', '=', other.id)
    .where('mine.kind', 'in', ['email', 'phone'])
    .limit(1)
    .executeTakeFirst();
  return shared !== undefined;
}

function instant({ received_at }: StoredRequest): Temporal.Instant {
  return Temporal.Instant.from(received_at);
}
