/**
 * Exports one request as a file for the regulator: its events, decisions, the
 * calculation of its deadline, and log proofs.
 */
import { CASE_FORMAT, type CaseFile, type exportCase } from '#contract/trails.ts';
import type { Action } from '#domain/access/actions.ts';
import type { Role } from '#domain/access/roles.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { typeRow } from '#domain/request/types.ts';
import { whyThisDate } from '#domain/request/why.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';
import { inclusionsOf } from '#server/audit/seal/inclusions.ts';
import { logKeys } from '#server/audit/seal/log-keys.ts';
import type { Tx } from '#server/deps.ts';
import type { Handler } from '#server/http/serve.ts';
import type { StoredRequest } from '../facts.ts';
import { type CaseEvent, caseEvents } from './case-events.ts';
import { coreOf } from './list-plain.ts';
import { reachedRequest } from './reached.ts';
import { listingsOf } from './trail-listings.ts';

const ACTION: Action = 'request.export_case';

export const caseFile: Handler<typeof exportCase> = async (context) => {
  const { tx, now, ports, input } = context;
  const row = await reachedRequest(context, ACTION, input.params.id);
  const { events, truncated } = await caseEvents(tx, row.id);
  const stepEvents = await stepEventsOf(tx, row.id);
  const decisions = await decisionsOf(tx, row.id);
  const listed = await listingsOf(context, [row.id]);
  const ids = [
    ...events.flatMap(({ byPerson, entry }) => (byPerson && entry.by ? [entry.by] : [])),
    ...decisions.flatMap(({ proposedBy, approvedBy }) => [proposedBy, ...(approvedBy ? [approvedBy] : [])]),
    ...listed.by.map(({ id }) => id),
  ];
  const body: CaseFile = {
    format: CASE_FORMAT,
    madeAt: now.toString(),
    request: await plainRequest(tx, row),
    promiseKept: promiseKept(row, context.today),
    whyThisDate: reckoning(row, stepEvents, ports.calendar),
    stepEvents: stepEvents.map(({ event, on }) => ({ event, on })),
    decisions,
    staff: await staffOf(tx, [...new Set(ids)], input.body.names),
    timeline: events.map(({ entry }) => entry),
    truncated,
    listed: { count: listed.count, by: listed.by.map(({ id, count, lastAt }) => ({ id, count, lastAt })) },
    proofs: { keys: [...(await logKeys(tx, ports.vault))], events: await proofsOf(tx, events) },
  };
  return {
    body,
    facts: [
      {
        event: 'request.case_exported',
        object: { type: 'request', id: row.id },
        count: events.length,
        data: { names: input.body.names },
      },
    ],
  };
};

/** Null while the promise runs, and when the request was closed without an answer. */
function promiseKept({ answered_on, due_on, status }: StoredRequest, today: CivilDate): boolean | null {
  if (answered_on !== null) return answered_on <= due_on;
  return isClosed(status) || today <= due_on ? null : false;
}

async function plainRequest(tx: Tx, row: StoredRequest): Promise<CaseFile['request']> {
  const original = row.duplicate_of
    ? await tx.selectFrom('request').select('reference').where('id', '=', row.duplicate_of).executeTakeFirst()
    : undefined;
  return {
    ...coreOf(row),
    recordedAt: row.recorded_at,
    dueOn: row.due_on,
    answeredAt: row.answered_at,
    closedAt: row.closed_at,
    delayReason: row.delay_reason,
    expectedOn: row.expected_on,
    duplicateOf: original?.reference ?? null,
    policyVersion: row.policy_version,
  };
}

/** Explains the stored dates, from the same rules that computed them. */
function reckoning(
  row: StoredRequest,
  recorded: readonly RequestEvent[],
  calendar: WorkingCalendar,
): CaseFile['whyThisDate'] {
  const { steps, target } = typeRow(row.type);
  const answered: readonly RequestEvent[] = row.answered_on
    ? [{ event: 'answered', on: row.answered_on }]
    : [];
  return whyThisDate(
    {
      receivedAt: Temporal.Instant.from(row.received_at),
      steps,
      target,
      events: [...recorded, ...answered],
      closedOn: row.closed_at && civilDateAt(Temporal.Instant.from(row.closed_at)),
    },
    calendar,
  );
}

async function stepEventsOf(tx: Tx, requestId: string): Promise<readonly RequestEvent[]> {
  const rows = await tx
    .selectFrom('step_event')
    .select(['event', 'on_date as on'])
    .where('request_id', '=', requestId)
    .orderBy('on_date')
    .orderBy('recorded_at')
    .execute();
  return rows as readonly RequestEvent[]; // the route that records events accepts only those of the lifecycle
}

/** Every decision, including those that were returned. */
async function decisionsOf(tx: Tx, requestId: string): Promise<CaseFile['decisions']> {
  return tx
    .selectFrom('decision')
    .select([
      'outcome',
      'grounds',
      'restrict_until as restrictUntil',
      'proposed_by as proposedBy',
      'proposed_at as proposedAt',
      'approved_by as approvedBy',
      'approved_at as approvedAt',
      'ended_at as endedAt',
    ])
    .where('request_id', '=', requestId)
    .orderBy('proposed_at')
    .execute();
}

async function staffOf(tx: Tx, ids: readonly string[], names: boolean): Promise<CaseFile['staff']> {
  if (ids.length === 0) return [];
  const rows: { id: string; name: string; roles: Role[] }[] = await tx
    .selectFrom('person')
    .select(['id', 'name', 'roles'])
    .where('id', 'in', ids)
    .orderBy('id')
    .execute();
  return rows.map(({ id, name, roles }) => ({ id, roles, name: names ? name : null }));
}

async function proofsOf(tx: Tx, events: readonly CaseEvent[]): Promise<CaseFile['proofs']['events']> {
  const bodies = new Map(events.map(({ entry, body }) => [entry.id, body]));
  const proofs = await inclusionsOf(tx, [...bodies.keys()]);
  return proofs.map(({ eventId: id, ix, text: proof }) => ({
    id,
    ix,
    body: bodies.get(id) ?? null,
    proof,
  }));
}
