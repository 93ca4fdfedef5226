/** A row of the queue in words: its clock, its move, its name for whoever hears it. */
import type { RequestRow } from '#contract/request-shapes.ts';
import { isClosed } from '#domain/request/lifecycle.ts';
import type { SlaInput } from '#domain/request/sla.ts';
import type { StepCode } from '#domain/request/steps.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import { dueSentence, dueWords } from './due-words.ts';

type Clocked = Pick<RequestRow, 'dueOn' | 'actBy' | 'receivedOn' | 'answeredOn' | 'status' | 'steps'>;

/** The browser counts the days itself, by the rule the server stored them by. */
export function slaInputOf({ dueOn, actBy, receivedOn, answeredOn, status, steps }: Clocked): SlaInput {
  // Codes come from the table of types; the wire only calls them text.
  const known = steps.map((step) => ({ ...step, code: step.code as StepCode }));
  return { dueOn, actBy, receivedOn, answeredOn, closed: isClosed(status), steps: known };
}

/** What is to be done next; whose move it is where the assignee's column does not say so. A closed one says how it ended. */
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

/** "NP-2026-001042, deletion, due today, answer, assigned to …": heard when the row takes the focus. */
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

/** The last part of a number: unique by itself, because numbering never starts anew. */
export function shortNumber(reference: string): string {
  return reference.slice(reference.lastIndexOf('-') + 1);
}

/** «Мадина Өтегенова» as «М. Өтегенова»: a column knows its colleagues. */
export function shortPerson(name: string): string {
  const [first = '', ...rest] = name.trim().split(/\s+/);
  const last = rest.at(-1);
  return last === undefined ? first : `${first.charAt(0)}. ${last}`;
}
