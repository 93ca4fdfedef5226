/**
 * Letters to the applicant, queued in the outbox, and the record of an answer given outside. What a letter does depends on
 * its kind (MESSAGE_KINDS); an answer meets the promise only when it is delivered; see settle-letter.ts.
 */
import { answerOutside, sendLetter } from '#contract/requests-write.ts';
import type { Action } from '#domain/access/actions.ts';
import { isStatusChange } from '#domain/request/lifecycle.ts';
import { MESSAGE_KINDS, OUTSIDE_KIND } from '#domain/request/message-kinds.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { earlierOf } from './answers.ts';
import { approvedDecision } from './approved-decision.ts';
import { changeRoute, onward } from './change.ts';
import type { RequestChange } from './derive.ts';
import { draftSent } from './drafts.ts';
import { encryptValues } from './encrypt-values.ts';
import { queueLetter } from './queue-letter.ts';

export const letterRoutes: readonly Route[] = [
  changeRoute(sendLetter, async ({ context, body: { kind, subjectLine, text, draftVersion }, row }) => {
    const letter = await queueLetter(context, row, { kind, subjectLine, text });
    if (typeof letter === 'string') throw new Refusal('not_possible', { why: letter });
    const { action, assigns } = MESSAGE_KINDS[kind];
    return {
      drafts: await draftSent(context, row, 'answer', draftVersion),
      set: begun(action, row, assigns ? context.actor.id : null),
      data: { messageId: letter.messageId, by: 'letter' },
    };
  }),

  changeRoute(answerOutside, async ({ context, body: { channel, at, text }, row }) => {
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
        kind: OUTSIDE_KIND,
        arrived_at: given.toString(),
        decision_id: (await approvedDecision(context.tx, row.id))?.id ?? null,
        mail_id: null,
        in_reply_to: null,
      })
      .execute();
    await encryptValues(context, row, { row: id, field: 'message', category: 'content', text });
    return {
      set: {
        ...begun('request.answer_outside', row, context.actor.id),
        answered_at: earlierOf(row.answered_at, given),
      },
      data: { messageId: id, channel, at: given.toString() },
    };
  }),
];

/** The status that follows from writing, and the writer as the assignee of a request that has none. */
function begun(
  action: Action,
  { status, assignee_id }: Pick<StoredRequest, 'status' | 'assignee_id'>,
  writerId: string | null,
): RequestChange {
  const assignee = assignee_id ?? writerId;
  return {
    assignee_id: assignee,
    ...(isStatusChange(action) ? { status: onward(action, status, assignee !== null) } : {}),
  };
}
