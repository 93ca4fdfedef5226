/** Records events that start or end statutory steps, by day; recording an event again corrects its day. */
import { recordStep } from '#contract/requests-write.ts';
import type { Actor } from '#domain/access/conditions.ts';
import { BLOCKING, recordableOn } from '#domain/request/lifecycle.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import type { Tx } from '#server/deps.ts';
import { fault } from '#server/http/refusal.ts';
import type { Route } from '#server/http/serve.ts';
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
