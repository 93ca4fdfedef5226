/**
 * The unguarded part of a row of the queue: only what a list shows or a key on the row needs, because every page carries
 * it fifty times. What is empty, false or as usual is left out (contract: RequestRow).
 */
import type { RequestRow } from '#contract/request-shapes.ts';
import type { RequestPage } from '#contract/requests-read.ts';
import type { Step } from '#domain/request/steps.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { StoredRequest } from '../facts.ts';
import type { Names } from './list-plain.ts';

/** Columns from which a row is made; `track` decides what of the person is shown. */
export const ROW_COLUMNS = [
  'id',
  'reference',
  'type',
  'track',
  'status',
  'outcome',
  'channel',
  'language',
  'received_at',
  'received_on',
  'due_on',
  'act_by',
  'steps',
  'answered_on',
  'answer_state',
  'assignee_id',
  'move',
  'move_person',
  'blocked',
  'version',
] as const satisfies readonly (keyof StoredRequest)[];

export type RowColumns = Pick<StoredRequest, (typeof ROW_COLUMNS)[number]>;

/** @param people whether the viewer's lists show applicants; the others show the channel */
export function rowOf(row: RowColumns, people: boolean): RequestRow {
  const lean: RequestRow = {
    id: row.id,
    reference: row.reference,
    type: row.type,
    status: row.status,
    language: row.language,
    receivedAt: toTheSecond(row.received_at),
    dueOn: row.due_on,
    move: row.move,
    version: row.version,
  };
  if (row.outcome !== null) lean.outcome = row.outcome;
  if (!people) lean.channel = row.channel;
  if (row.act_by !== row.due_on) lean.actBy = row.act_by;
  if (row.steps !== NO_STEPS)
    lean.steps = (JSON.parse(row.steps) as Step[]).map((step) => stepOf(step, row.received_on));
  if (row.answered_on !== null) lean.answeredOn = row.answered_on;
  if (row.answer_state !== null) lean.answerState = row.answer_state;
  if (row.assignee_id !== null) lean.assignee = row.assignee_id;
  if (row.move_person !== null && row.move_person !== row.assignee_id) lean.moveBy = row.move_person;
  if (row.blocked) lean.blocked = true;
  return lean;
}

const NO_STEPS = '[]';

/** No list shows parts of a second. */
function toTheSecond(at: string): string {
  return at.replace(/\.\d+(?=Z$)/, '');
}

type RowStep = NonNullable<RequestRow['steps']>[number];

function stepOf({ code, startedOn, dueOn, endedOn, confirmed }: Step, receivedOn: CivilDate): RowStep {
  const lean: RowStep = { code, dueOn };
  if (startedOn !== receivedOn) lean.startedOn = startedOn;
  if (endedOn !== null) lean.endedOn = endedOn;
  if (!confirmed) lean.target = true;
  return lean;
}

/** The people whom the rows name, each once. */
export function staffOf(rows: readonly (RowColumns & Names)[]): RequestPage['staff'] {
  const names = new Map<string, string>();
  for (const { assignee_id, assignee_name, move_person, move_name } of rows) {
    if (assignee_id !== null) names.set(assignee_id, assignee_name ?? '');
    if (move_person !== null) names.set(move_person, move_name ?? '');
  }
  return Array.from(names, ([id, name]) => ({ id, name }));
}
