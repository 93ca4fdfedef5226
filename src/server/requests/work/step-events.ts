/** Records events that start or end statutory steps, by day; recording an event again corrects its day. */
import { recordStep } from '#contract/requests-write.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { BLOCKING, recordableOn } from '#domain/request/lifecycle.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { eventsAtReceipt } from '#domain/request/types.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { changeRoute } from './change.ts';

export const stepRoute: Route = changeRoute(recordStep, async ({ context, body: { event, on }, row }) => {
  if (!recordableOn(row.type).includes(event)) throw fault('/event', 'not_for_type');
  if (on > context.today) throw fault('/on', 'in_the_future');
  if (on < row.received_on) throw fault('/on', 'too_old');
  await recordEvents(context, row.id, [{ event, on }], { again: true });
  const blocked = BLOCKING[event];
  return { set: blocked === undefined ? {} : { blocked }, data: { event, on } };
});

/** Adds events to a request; an event that is already recorded is kept, or replaced with `again`. */
export async function recordEvents(
  { tx, now, actor }: { tx: Tx; now: Temporal.Instant; actor: Actor },
  requestId: string,
  events: readonly RequestEvent[],
  { again = false } = {},
): Promise<void> {
  for (const { event, on } of events) {
    const fresh = { on_date: on, recorded_at: now.toString(), recorded_by: actor.id };
    await tx
      .insertInto('step_event')
      .values({ request_id: requestId, event, ...fresh })
      .onConflict((conflict) => {
        const same = conflict.columns(['request_id', 'event']);
        return again ? same.doUpdateSet(fresh) : same.doNothing();
      })
      .execute();
  }
}

/**
 * Moves the events that the receipt proves to its new day, unless they were corrected apart from it. Of every type, so
 * that a request that is converted back finds them moved too.
 */
export async function moveEventsAtReceipt(tx: Tx, row: StoredRequest, to: Temporal.Instant): Promise<void> {
  await tx
    .updateTable('step_event')
    .set({ on_date: civilDateAt(to) })
    .where('request_id', '=', row.id)
    .where('event', 'in', eventsAtReceipt)
    .where('on_date', '=', row.received_on)
    .execute();
}
