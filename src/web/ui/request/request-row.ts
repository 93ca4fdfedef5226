/** A row of a list of requests in words: its deadline, the next action, its name for screen readers. */
import type { RequestRow } from '#contract/request-shapes.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import type { StepCode } from '#domain/request/steps.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import { type DueInput, dueSentence, dueWords } from './due-words.ts';

type Clocked = Pick<
  RequestRow,
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

/** The next action, with the person who must act if that is not the assignee; for a closed request its outcome. */
export function moveWords(
  { move, assignee, outcome }: Pick<RequestRow, 'move' | 'assignee' | 'outcome'>,
  { t }: Translator,
): string {
  if (outcome) return t(`outcome.${outcome}`);
  const words = t(`move.${move.code}`);
  const { of } = move;
  return of.kind === 'person' && of.id !== assignee?.id
    ? t('inbox.move_by', { move: words, who: shortPerson(of.name) })
    : words;
}

/**
 * "NP-2026-001042, deletion, due today, answer, assigned to …": the row's accessible name, read when it gets the focus.
 */
export function requestRowName(row: RequestRow, today: CivilDate, translator: Translator): string {
  const { t } = translator;
  return t('inbox.row', {
    reference: row.reference,
    type: t(`type.${row.type}`),
    due: dueSentence(dueWords(slaInputOf(row), today, translator)),
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
