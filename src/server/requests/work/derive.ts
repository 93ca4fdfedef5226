/**
 * Computes the stored dates, steps and next move of a request from the domain's
 * functions; every change goes through here.
 */
import type { Insertable } from 'kysely';
import { deadlinesOf, rulesOf } from '#domain/request/deadlines.ts';
import { isClosed, needsDecision } from '#domain/request/lifecycle.ts';
import { answerStateOf, counts, type LetterState } from '#domain/request/message-kinds.ts';
import { moveOf } from '#domain/request/move.ts';
import type { RequestEvent } from '#domain/request/steps.ts';
import { trackOf, typeRow } from '#domain/request/types.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Ports, Tx } from '#server/deps.ts';
import type { StoredRequest } from '../facts.ts';
import { answersOf } from './answers.ts';

export type DeriveEnv = { tx: Tx; ports: Pick<Ports, 'calendar'>; now: Temporal.Instant };

/** Columns that a handler may set; dates, steps and the next move are derived from them. */
export type RequestChange = Partial<
  Pick<
    StoredRequest,
    | 'type'
    | 'status'
    | 'outcome'
    | 'language'
    | 'received_at'
    | 'answered_at'
    | 'closed_at'
    | 'assignee_id'
    | 'delay_reason'
    | 'expected_on'
    | 'blocked'
    | 'duplicate_of'
    | 'no_way_to_reply'
  >
>;

/**
 * Stores the change with the derived columns; the caller must have locked the row. `keepsVersion` is for the delivery
 * state of a letter, which must not make the edits of other people stale.
 */
export async function saveRequest(
  { tx, ports, now }: DeriveEnv,
  row: StoredRequest,
  change: RequestChange,
  { keepsVersion = false } = {},
): Promise<StoredRequest> {
  const changed = { ...row, ...change };
  const [events, proposerId, answers] = [
    await stepEvents(tx, row.id),
    await proposerOf(tx, row.id),
    await answersOf(tx, changed),
  ];
  return tx
    .updateTable('request')
    .set({
      ...change,
      ...derivedOf(changed, { events, proposerId, answers }, ports),
      version: keepsVersion ? row.version : row.version + 1,
      changed_at: now.toString(),
    })
    .where('id', '=', row.id)
    .returningAll()
    .executeTakeFirstOrThrow();
}

/** An event with the instant that orders it within its day. */
export type DatedEvent = RequestEvent & { at: string };

export type Around = {
  events: readonly DatedEvent[];
  /** The person who proposed the current decision, or null. */
  proposerId: string | null;
  /** The states of the answers to a request of its type (answers.ts). */
  answers: readonly LetterState[];
};

type Source = Pick<
  StoredRequest,
  'type' | 'status' | 'received_at' | 'answered_at' | 'closed_at' | 'assignee_id'
>;
type Derived = Pick<
  Insertable<Tables['request']>,
  | 'track'
  | 'received_on'
  | 'due_on'
  | 'act_by'
  | 'order_on'
  | 'late_after'
  | 'target_on'
  | 'steps'
  | 'rule_version'
  | 'answered_on'
  | 'answer_state'
  | 'move'
  | 'move_person'
  | 'move_role'
  | 'move_not_person'
>;

/** The derived columns of a request. */
export function derivedOf(request: Source, around: Around, { calendar }: Pick<Ports, 'calendar'>): Derived {
  return {
    ...datesOf(request, around.events, calendar),
    answer_state: request.answered_at === null ? answerStateOf(around.answers) : null,
    ...moveColumns(request, around),
  };
}

type Dated = Pick<Source, 'type' | 'status' | 'received_at' | 'answered_at' | 'closed_at'>;

/** The derived columns that depend on the calendar; only these are rewritten when it changes. */
export function datesOf(request: Dated, events: readonly DatedEvent[], calendar: WorkingCalendar) {
  const type = typeRow(request.type);
  const dayOf = (instant: string | null) => instant && civilDateAt(Temporal.Instant.from(instant));
  const answeredOn = dayOf(request.answered_at);
  const deadlines = deadlinesOf(
    {
      receivedAt: Temporal.Instant.from(request.received_at),
      steps: type.steps,
      target: type.target,
      events: inOrder(events, request.answered_at, answeredOn),
      closedOn: dayOf(request.closed_at),
    },
    calendar,
  );
  const done = request.answered_at !== null || isClosed(request.status);
  return {
    track: trackOf(request.type),
    received_on: deadlines.receivedOn,
    due_on: deadlines.dueOn,
    act_by: deadlines.actBy,
    order_on: deadlines.orderOn,
    late_after: done ? null : deadlines.lateAfter,
    target_on: deadlines.targetOn,
    steps: JSON.stringify(deadlines.steps),
    rule_version: rulesOf(calendar),
    answered_on: answeredOn,
  };
}

function moveColumns(request: Source, { proposerId, answers }: Around) {
  const { code, of } = moveOf({
    type: request.type,
    status: request.status,
    assigneeId: request.assignee_id,
    proposerId,
    answered: request.answered_at !== null || answers.some(counts),
    needsDecision: needsDecision(request.type) && proposerId === null,
  });
  const nobody = { move: code, move_person: null, move_role: null, move_not_person: null };
  if (typeof of === 'string') return nobody;
  return 'person' in of
    ? { ...nobody, move_person: of.person }
    : { ...nobody, move_role: of.role, move_not_person: of.notPerson ?? null };
}

function inOrder(
  events: readonly DatedEvent[],
  answeredAt: string | null,
  answeredOn: string | null,
): readonly RequestEvent[] {
  const answer: readonly DatedEvent[] =
    answeredAt && answeredOn ? [{ event: 'answered', on: answeredOn, at: answeredAt }] : [];
  return [...events, ...answer].toSorted((a, b) =>
    Temporal.Instant.compare(Temporal.Instant.from(a.at), Temporal.Instant.from(b.at)),
  );
}

async function stepEvents(tx: Tx, requestId: string): Promise<readonly DatedEvent[]> {
  const rows = await tx
    .selectFrom('step_event')
    .select(['event', 'on_date', 'recorded_at'])
    .where('request_id', '=', requestId)
    .execute();
  return rows.map((row) => ({
    event: row.event as RequestEvent['event'],
    on: row.on_date,
    at: row.recorded_at,
  }));
}

async function proposerOf(tx: Tx, requestId: string): Promise<string | null> {
  const row = await tx
    .selectFrom('decision')
    .select('proposed_by')
    .where('request_id', '=', requestId)
    .where('ended_at', 'is', null)
    .executeTakeFirst();
  return row?.proposed_by ?? null;
}
