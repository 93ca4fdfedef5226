/**
 * Runs one change of one request: locks the row, checks the rights and the version the caller saw, applies the change,
 * recomputes the derived columns, and answers with the record at the caller's level.
 */
import { actionOf, type Endpoint, type InputOf, type ResponseOf } from '#contract/endpoint.ts';
import type { ChangeEndpoint } from '#contract/requests-write.ts';
import { type Action, actionRow } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import type { RequestField } from '#domain/request/fields.ts';
import { type StatusChange, statusAfter } from '#domain/request/lifecycle.ts';
import { mayBecome, type Status } from '#domain/request/status.ts';
import type { EventData, Fact } from '#server/audit/record/record.ts';
import { notFound, Refusal } from '#server/http/refusal.ts';
import { type Context, type DraftChanges, type Route, route } from '#server/http/serve.ts';
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
  data?: EventData;
  /** Names of the personal fields that changed. */
  fields?: readonly RequestField[];
  /** Free text stored with the event, encrypted under the subject's key. */
  reason?: string | undefined;
  /** Events in addition to the action's own. */
  more?: readonly Fact[];
  /** Ids of other requests that changed too, for the event streams. */
  alsoChanged?: readonly string[];
  /** The author's drafts that the change dropped. */
  drafts?: DraftChanges;
};

/** The route of a change. `act` does what is specific to the action and returns what to set and what to log. */
export function changeRoute<E extends ChangeEndpoint>(
  endpoint: E,
  act: (on: On<E>) => Promise<Changed>,
): Route {
  return route(endpoint, async (context) => {
    const { id: key } = context.input.params as { id: string };
    const { body } = context.input;
    const action = actionOf(endpoint, body);
    const { row, facts } = await heldFor(context, action, key);
    const changed = await act({ context, body, row, facts });
    const saved = await saveRequest(context, row, changed.set);
    const fact: Fact = {
      id: context.ports.newId(),
      event: actionRow(action).event,
      object: { type: 'request', id: row.id },
      ...(changed.data ? { data: changed.data } : {}),
      ...(changed.fields ? { fields: changed.fields } : {}),
      ...(changed.reason?.trim() ? { detail: await encryptedReason(context, row, changed.reason) } : {}),
    };
    const ids = [row.id, ...(changed.alsoChanged ?? [])];
    return {
      // The cast holds because every ChangeEndpoint responds with the request's detail.
      body: (await requestDetail(context, saved, toldOf(context, fact, changed.reason))) as ResponseOf<E>,
      facts: [fact, ...(changed.more ?? [])],
      ...(changed.drafts ? { drafts: changed.drafts } : {}),
      live: ids.map((id) => ({ id, change: 'changed' as const, ...leftBehind(row, saved, id) })),
    };
  });
}

/** The change as the timeline will show it, because its event is written only after the answer is composed. */
function toldOf(
  { caller, now }: Pick<Context<Endpoint>, 'caller' | 'now'>,
  { id = '', event, data = {}, fields = [] }: Fact,
  reason = '',
): readonly ChangeEvent[] {
  if (!isTold(event)) return [];
  const by = caller.kind === 'person' ? { id: caller.id, name: caller.name } : null;
  const at = now.toString({ smallestUnit: 'millisecond' });
  return [{ id, at, by, event, data, fields, reason: reason.trim() === '' ? null : reason }];
}

/** Names the former track of a moved request, so that the lists of its viewers drop it. */
function leftBehind(before: StoredRequest, after: StoredRequest, id: string) {
  return id === before.id && before.track !== after.track ? { left: before.track } : {};
}

/** The status after an action. @throws Refusal `not_possible` when TRANSITIONS has no such step */
export function onward(action: StatusChange, from: Status, assigned: boolean): Status {
  const to = statusAfter(action, from, assigned);
  if (to !== from && !mayBecome(from, to)) throw new Refusal('not_possible', { why: 'status' });
  return to;
}

/**
 * Refusals that no reload can change, so they are answered with 403 even on a stale version. Other refusals may result
 * from a change by another person, so a stale version is reported first.
 */
const LASTING = ['role', 'track'];

async function heldFor<E extends ChangeEndpoint>(context: Context<E>, action: Action, key: string) {
  const found = await loadRequest(context.tx, key, { lock: true });
  if (!found) throw notFound();
  const { row, facts } = found;
  const verdict = can(context.actor, action, facts);
  const isStale = row.version !== context.version;
  if (isStale && (verdict.ok || !LASTING.includes(verdict.why)))
    throw new Refusal('stale_version', {
      current: await requestDetail(context, row),
      opened: {
        event: 'request.opened',
        object: { type: 'request', id: row.id },
        data: { because: 'stale_version', action },
      },
    });
  context.mayOrRefuse(action, { id: row.id, facts });
  return found;
}
