/** Links a request to the one it repeats; the earlier of the two receipts becomes that of the original. */

import type { ChangeEndpoint } from '#contract/requests-write.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { fault } from '#server/http/refusal.ts';
import type { Context } from '#server/http/serve.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { saveRequest } from './derive.ts';

export type Link = {
  original: StoredRequest;
  /** The event about the original, if its receipt moved. */
  moved: Fact | null;
};

export async function linkDuplicate(
  context: Context<ChangeEndpoint>,
  row: StoredRequest,
  reference: string | undefined,
): Promise<Link> {
  if (!reference) throw fault('/duplicateOf', 'required');
  const found = await loadRequest(context.tx, reference, { lock: true });
  // A duplicate of a duplicate is refused, because such links could form a cycle; the first request must be named.
  if (!found || found.row.id === row.id || found.row.duplicate_of !== null)
    throw fault('/duplicateOf', 'unknown_value');
  const { row: original } = found;
  const isEarlier = Temporal.Instant.compare(instant(row), instant(original)) < 0;
  if (!isEarlier || isClosed(original.status)) return { original, moved: null };
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
  return { original: saved, moved };
}

function instant({ received_at }: StoredRequest): Temporal.Instant {
  return Temporal.Instant.from(received_at);
}
