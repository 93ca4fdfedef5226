/**
 * The reasoned answer: a letter queued in the outbox, or the record of an answer given outside. A queued letter meets
 * the promise only when it is delivered; see settle-letter.ts.
 */
import { answerOutside, answerRequest } from '#contract/requests-write.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import { earlierOf } from './answered-at.ts';
import { changeRoute, onward } from './change.ts';
import { draftSent } from './drafts.ts';
import { encryptValues } from './encrypt-values.ts';
import { queueLetter } from './queue-letter.ts';

export const answerRoutes: readonly Route[] = [
  changeRoute(answerRequest, async ({ context, body: { subjectLine, text, draftVersion }, row }) => {
    const letter = await queueLetter(context, row, { subjectLine, text });
    if (typeof letter === 'string') throw new Refusal('not_possible', { why: letter });
    return {
      drafts: await draftSent(context, row, 'answer', draftVersion),
      set: begun('request.answer', row, context.actor.id),
      data: { messageId: letter.messageId, by: 'letter' },
    };
  }),

  changeRoute(answerOutside, async ({ context, body: { channel, at, text, draftVersion }, row }) => {
    const given = Temporal.Instant.from(at).round({ smallestUnit: 'millisecond', roundingMode: 'floor' });
    if (Temporal.Instant.compare(given, context.now) > 0) throw fault('/at', 'in_the_future');
    if (Temporal.Instant.compare(given, Temporal.Instant.from(row.received_at)) < 0)
      throw fault('/at', 'too_old');
    const id = context.ports.newId();
    await context.tx
      .insertInto('message')
      .values({
        id,
        request_id: row.id,
        direction: 'out',
        channel,
        author_id: context.actor.id,
        at: given.toString(),
        recorded_at: context.now.toString(),
        state: 'outside',
        mail_id: null,
        in_reply_to: null,
      })
      .execute();
    await encryptValues(context, row, { row: id, field: 'message', category: 'content', text });
    return {
      drafts: await draftSent(context, row, 'answer', draftVersion),
      set: {
        ...begun('request.answer_outside', row, context.actor.id),
        answered_at: earlierOf(row.answered_at, given),
      },
      data: { messageId: id, channel, at: given.toString() },
    };
  }),
];

/** Answering a request without an assignee assigns it to the person who answers. */
function begun(
  action: 'request.answer' | 'request.answer_outside',
  row: { status: Parameters<typeof onward>[1]; assignee_id: string | null },
  actorId: string,
) {
  return { status: onward(action, row.status, true), assignee_id: row.assignee_id ?? actorId };
}
