/** One change of one request: found and held, permitted, on the version the caller saw, derived anew, answered as the caller may see it. */
import type { Endpoint, InputOf, ResponseOf } from '#contract/endpoint.ts';
import type { ChangeEndpoint } from '#contract/requests-write.ts';
import { actionRow } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { type StatusChange, statusAfter } from '#domain/request/lifecycle.ts';
import { mayBecome, type Status } from '#domain/request/status.ts';
import type { Fact, Plain } from '#server/audit/record/record.ts';
import { notFound, Refusal } from '#server/http/refusal.ts';
import { type Context, type Route, route } from '#server/http/serve.ts';
import { loadRequest, type StoredRequest } from '../facts.ts';
import { requestDetail } from '../read/detail.ts';
import { type ChangeEvent, isTold } from '../read/timeline-events.ts';
import { encryptedReason } from '../reason.ts';
import { type RequestChange, saveRequest } from './derive.ts';

export type On<E extends Endpoint> = {
  context: Context<E>;
  body: InputOf<E>['body'];
  row: StoredRequest;
  facts: RequestFacts;
};

export type Changed = {
  set: RequestChange;
  data?: Record<string, Plain>;
  /** Free text that goes with the event, encrypted under the subject's key. */
  reason?: string | undefined;
  /** Events beside the action's own. */
  more?: readonly Fact[];
  /** Other requests it touched. */
  alsoChanged?: readonly string[];
};

/** The route of a change; `act` says what to set and what the log keeps, after doing what is the action's own. */
export function changeRoute<E extends ChangeEndpoint>(
  endpoint: E,
  act: (on: On<E>) => Promise<Changed>,
): Route {
  return route(endpoint, async (context) => {
    const { id: key } = context.input.params as { id: string };
    const { row, facts } = await heldFor(context, endpoint, key);
    const changed = await act({ context, body: context.input.body, row, facts });
    const saved = await saveRequest(context, row, changed.set);
    const fact: Fact = {
      id: context.ports.newId(),
      event: actionRow(endpoint.action).event,
      object: { type: 'request', id: row.id },
      ...(changed.data ? { data: changed.data } : {}),
      ...(changed.reason?.trim() ? { detail: await encryptedReason(context, row, changed.reason) } : {}),
    };
    const ids = [row.id, ...(changed.alsoChanged ?? [])];
    return {
      body: (await requestDetail(context, saved, toldOf(context, fact, changed.reason))) as ResponseOf<E>,
      facts: [fact, ...(changed.more ?? [])],
      live: ids.map((id) => ({ id, change: 'changed' as const, ...leftBehind(row, saved, id) })),
    };
  });
}

/** The change as the timeline will tell it: the log is written after the answer is made. */
function toldOf(
  { caller, now }: Pick<Context<Endpoint>, 'caller' | 'now'>,
  { id = '', event, data = {} }: Fact,
  reason = '',
): readonly ChangeEvent[] {
  if (!isTold(event)) return [];
  const by = caller.kind === 'person' ? { id: caller.id, name: caller.name } : null;
  const at = now.toString({ smallestUnit: 'millisecond' });
  return [{ id, at, by, event, data, reason: reason.trim() === '' ? null : reason }];
}

/** Whoever listed it on its former track must see it go. */
function leftBehind(before: StoredRequest, after: StoredRequest, id: string) {
  return id === before.id && before.track !== after.track ? { left: before.track } : {};
}

/** A change that moves the request on; refuses what the lifecycle does not know. */
export function onward(action: StatusChange, from: Status, assigned: boolean): Status {
  const to = statusAfter(action, from, assigned);
  if (to !== from && !mayBecome(from, to)) throw new Refusal('not_possible', { why: 'status' });
  return to;
}

/** Rights that lack by role or track are told at once; anything else may just be somebody else's change, which the version tells. */
const LASTING = ['role', 'track'];

async function heldFor<E extends ChangeEndpoint>(context: Context<E>, endpoint: E, key: string) {
  const found = await loadRequest(context.tx, key, { lock: true });
  if (!found) throw notFound();
  const { row, facts } = found;
  const verdict = can(context.actor, endpoint.action, facts);
  const isStale = row.version !== context.version;
  if (isStale && (verdict.ok || !LASTING.includes(verdict.why)))
    throw new Refusal('stale_version', {
      current: await requestDetail(context, row),
      opened: {
        event: 'request.opened',
        object: { type: 'request', id: row.id },
        data: { because: 'stale_version', action: endpoint.action },
      },
    });
  context.mayOrRefuse(endpoint.action, { id: row.id, facts });
  return found;
}
