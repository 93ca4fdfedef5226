/** A row of a list of requests in words: its deadline, the next action, its name for screen readers. */
import type { RequestDetail, RequestRow } from '#contract/request-shapes.ts';
import type { RequestPage } from '#contract/requests-read.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import type { StepCode } from '#domain/request/steps.ts';
import { typeRow } from '#domain/request/types.ts';
import { type CivilDate, civilDateAt } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import { type DueInput, dueSentence, dueWords } from './due-words.ts';

type Person = RequestPage['staff'][number];
/** A row with the people it names. */
export type ListRow = Omit<RequestRow, 'assignee' | 'moveBy'> & { assignee?: Person; moveBy?: Person };

/** The rows of a page, each with the people whom the page names once. */
export function rowsOf({ items, staff }: Pick<RequestPage, 'items' | 'staff'>): ListRow[] {
  const known = new Map(staff.map((person) => [person.id, person]));
  return items.map(({ assignee, moveBy, ...row }) => {
    const [by, mover] = [assignee, moveBy].map((id) => (id === undefined ? undefined : known.get(id)));
    return { ...row, ...(by && { assignee: by }), ...(mover && { moveBy: mover }) };
  });
}

type Clocked = Pick<
  RequestDetail,
  'dueOn' | 'actBy' | 'receivedOn' | 'answeredOn' | 'answerState' | 'status' | 'steps'
>;

/**
 * The input of `slaOf`: the browser counts the days itself with the server's code, so that a page left open stays
 * right.
 */
export function slaInputOf({
  dueOn,
  actBy,
  receivedOn,
  answeredOn,
  answerState,
  status,
  steps,
}: Clocked): DueInput {
  // The cast is safe: codes come from REQUEST_TYPES, and only the contract types them as text.
  const known = steps.map((step) => ({ ...step, code: step.code as StepCode }));
  return { dueOn, actBy, receivedOn, answeredOn, answerState, closed: isClosed(status), steps: known };
}

/** The same of a row, which leaves out what is as usual. */
export function slaInputOfRow(row: ListRow): DueInput {
  const { type, dueOn, actBy = dueOn, answeredOn = null, answerState = null, status, steps = [] } = row;
  const { steps: rules } = typeRow(type);
  return {
    dueOn,
    actBy,
    receivedOn: receivedOnOf(row),
    answeredOn,
    answerState,
    closed: isClosed(status),
    steps: steps.map(({ code, dueOn: on, endedOn = null, target = false }) => ({
      code,
      dueOn: on,
      endedOn,
      confirmed: !target,
      source: rules.find((rule) => rule.code === code)?.source ?? '',
    })),
  };
}

/** The day of receipt on the organisation's clock. */
export function receivedOnOf({ receivedAt }: Pick<RequestRow, 'receivedAt'>): CivilDate {
  return civilDateAt(Temporal.Instant.from(receivedAt));
}

/** The next action, with the person who must act if that is not the assignee; for a closed request its outcome. */
export function moveWords(
  { move, moveBy, outcome }: Pick<ListRow, 'move' | 'moveBy' | 'outcome'>,
  { t }: Translator,
): string {
  if (outcome) return t(`outcome.${outcome}`);
  const words = t(`move.${move}`);
  return moveBy ? t('inbox.move_by', { move: words, who: shortPerson(moveBy.name) }) : words;
}

/**
 * "NP-2026-001042, deletion, due today, answer, assigned to …": the row's accessible name, read when it gets the focus.
 */
export function requestRowName(row: ListRow, today: CivilDate, translator: Translator): string {
  const { t } = translator;
  return t('inbox.row', {
    reference: row.reference,
    type: t(`type.${row.type}`),
    due: dueSentence(dueWords(slaInputOfRow(row), today, translator)),
    move: moveWords(row, translator),
    assignee: row.assignee ? t('inbox.row_assigned', { who: row.assignee.name }) : t('inbox.row_unassigned'),
  });
}

/** The last part of a number, unique by itself, because the numbering does not restart each year. */
export function shortNumber(reference: string): string {
  return reference.slice(reference.lastIndexOf('-') + 1);
}

/** «Мадина Өтегенова» → «М. Өтегенова», to fit a column. */
export function shortPerson(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last === undefined ? first : `${first.charAt(0)}. ${last}`;
}
