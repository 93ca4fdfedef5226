/** Corrects the time of receipt or the language of a request; both are shown as corrected. */
import { correctLanguage, correctReceipt } from '#contract/requests-write.ts';
import { receiptFault } from '#domain/request/receipt.ts';
import type { Tx } from '#server/deps.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { changeRoute } from './change.ts';
import { moveEventsAtReceipt } from './step-events.ts';

export const correctionRoutes: readonly Route[] = [
  changeRoute(correctReceipt, async ({ context, body: { receivedAt, reason }, row }) => {
    const to = Temporal.Instant.from(receivedAt).round({
      smallestUnit: 'millisecond',
      roundingMode: 'floor',
    });
    const faulty = receiptFault(to, context.now);
    if (faulty) throw fault('/receivedAt', faulty);
    // An answer cannot be older than the request it answers.
    if (row.answered_at && Temporal.Instant.compare(to, Temporal.Instant.from(row.answered_at)) > 0)
      throw fault('/receivedAt', 'mismatch');
    await moveReceipt(context.tx, row, to);
    return {
      set: { received_at: to.toString() },
      data: { from: row.received_at, to: to.toString(), dueOnBefore: row.due_on },
      reason,
    };
  }),

  changeRoute(correctLanguage, async ({ body: { language }, row }) => ({
    set: { language },
    data: { from: row.language, to: language },
  })),
];

/** Moves the first message and the events that the receipt proves. */
async function moveReceipt(tx: Tx, row: StoredRequest, to: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('message')
    .set({ at: to.toString() })
    .where('request_id', '=', row.id)
    .where('direction', '=', 'in')
    .where('at', '=', row.received_at)
    .execute();
  await moveEventsAtReceipt(tx, row, to);
}
