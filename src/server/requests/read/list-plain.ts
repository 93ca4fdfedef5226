/** The unguarded part of a request, shown to everyone who may open it: number, type, dates, next move. */
import type { RequestDetail, RequestState, requestCore } from '#contract/request-shapes.ts';
import type { Actor } from '#domain/access/conditions.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { StoredRequest } from '../facts.ts';
import type { RowColumns } from './page-row.ts';
import { isMyMove } from './scope-sql.ts';

/** Columns from which the plain record is made. */
export type PlainColumns = RowColumns & Pick<StoredRequest, 'answered_at' | 'move_role' | 'move_not_person'>;
/** Names of staff; null where the column has no person. */
export type Names = { assignee_name: string | null; move_name: string | null };
export type PlainRecord = Omit<RequestState, 'letters'>;

export function plainOf(row: PlainColumns & Names, actor: Actor): PlainRecord {
  return {
    ...coreOf(row),
    receivedOn: row.received_on,
    dueOn: row.due_on,
    actBy: row.act_by,
    steps: JSON.parse(row.steps),
    answeredAt: row.answered_at,
    answeredOn: row.answered_on,
    answerState: row.answer_state,
    assignee: row.assignee_id === null ? null : { id: row.assignee_id, name: row.assignee_name ?? '' },
    move: { code: row.move, of: moveOwner(row), mine: isMyMove(row, actor) },
    blocked: row.blocked,
    version: row.version,
  };
}

/** The part that the case file contains too. */
export function coreOf(row: PlainColumns): Pick<PlainRecord, keyof typeof requestCore> {
  return {
    id: row.id,
    reference: row.reference,
    type: row.type,
    track: row.track,
    status: row.status,
    outcome: row.outcome,
    channel: row.channel,
    language: row.language,
    receivedAt: row.received_at,
  };
}

/** Moves that wait for a person who is not staff. */
const OUTSIDE: Partial<Record<MoveCode, { kind: 'applicant' }>> = { wait_applicant: { kind: 'applicant' } };

function moveOwner(row: PlainColumns & Names): RequestDetail['move']['of'] {
  if (row.move_person !== null) return { kind: 'person', id: row.move_person, name: row.move_name ?? '' };
  if (row.move_role !== null) return { kind: 'role', role: row.move_role };
  return OUTSIDE[row.move] ?? { kind: 'nobody' };
}
