/** The text and tone of the due badge. All wording of deadlines is here, so that lists, pages and row names agree. */
import type { AnswerState } from '#domain/request/message-kinds.ts';
import { type RunningStep, type SlaInput, slaOf } from '#domain/request/sla.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import type { IconName } from '../text/Icon.tsx';

type DueTone = 'late' | 'today' | 'urgent' | 'calm' | 'done';

export type DueWords = {
  tone: DueTone;
  icon: IconName | null;
  text: string;
  /** The due date the words are about, for `<time>`. */
  on: CivilDate;
  /** A line below the badge with the due date, where the badge names the last working day. */
  detail: string | null;
  /** Where an answer stands that has not met the promise: a letter meets nothing until it is delivered. */
  answer: AnswerWords | null;
  steps: readonly StepWords[];
};
type AnswerWords = { tone: 'late' | 'urgent' | 'calm'; text: string };
export type StepWords = { tone: 'late' | 'urgent' | 'calm'; text: string; on: CivilDate };

export type DueInput = SlaInput & { readonly answerState?: AnswerState | null };

const ANSWER_TONES: Readonly<Record<AnswerState, AnswerWords['tone']>> = {
  on_its_way: 'calm',
  unknown: 'urgent',
  refused: 'late',
};

/** The badge shows the promise; each running step gets a line of its own, the most urgent first. */
export function dueWords(request: DueInput, today: CivilDate, { t, format }: Translator): DueWords {
  const { dueOn, answerState = null } = request;
  // Without the steps, because an overdue step must not make the promise look overdue.
  const promise = slaOf({ ...request, steps: [] }, today);
  const { running } = slaOf(request, today);
  const steps = running
    .toSorted((a, b) => a.daysLeft - b.daysLeft)
    .map((step) => stepWords(step, { t, format }));
  const said = (
    tone: DueTone,
    icon: IconName | null,
    text: string,
    detail: string | null = null,
  ): DueWords => ({
    tone,
    icon,
    text,
    on: dueOn,
    detail,
    answer: answerState && { tone: ANSWER_TONES[answerState], text: t(`answer_state.${answerState}`) },
    steps,
  });
  const due = t('due.due_on', { when: format.weekdayDate(dueOn) });

  if (promise.state === 'met') {
    const day = promise.answeredOnDay;
    if (day === 0) return said('done', 'tick', t('due.answered_same_day'));
    return said('done', 'tick', t('due.answered', { day: String(day), of: String(promise.ofDays) }));
  }
  // Late is done as well, but it is no success: no tick, and not the colour of one.
  if (promise.state === 'late') return said('calm', null, t('due.answered_late', { n: promise.daysLate }));
  if (promise.state === 'void')
    // Closed on a letter that has not been delivered: the answer's own state says it better than "without an answer".
    return answerState
      ? { ...said('calm', null, t(`answer_state.${answerState}`)), answer: null }
      : said('calm', null, t('due.void'));
  if (promise.state === 'overdue') return said('late', 'flag', t('due.overdue', { n: promise.daysOverdue }));
  if (promise.dueToday) return said('today', 'full', t('due.today'));
  if (promise.lastWorkingDayToday) return said('today', 'full', t('due.last_working_day'), due);
  const n = promise.daysLeft;
  const dated = t('due.days_left_on', { n, when: format.weekdayDay(dueOn) });
  // After the last working day and before the date: the weekend in between.
  if (promise.state === 'now') return said('today', 'full', dated);
  if (promise.state === 'urgent') return said('urgent', 'clock', dated);
  return said('calm', null, t('due.days_left', { n }));
}

/** Badge, detail, answer and steps in one line, for names of rows and tooltips. */
export function dueSentence({ text, detail, answer, steps }: DueWords): string {
  return [text, detail, answer?.text, ...steps.map((step) => step.text)].filter(Boolean).join(', ');
}

function stepWords(step: RunningStep, { t, format }: Pick<Translator, 't' | 'format'>): StepWords {
  const label = t(`step.${step.code}`);
  const when = format.weekdayDate(step.dueOn);
  const on = step.dueOn;
  if (step.state === 'target') return { tone: 'calm', on, text: t('due.target', { step: label, when }) };
  if (step.state === 'overdue')
    return { tone: 'late', on, text: t('due.step_overdue', { step: label, n: -step.daysLeft }) };
  if (step.state === 'now') return { tone: 'urgent', on, text: t('due.step_today', { step: label }) };
  return {
    tone: step.state === 'urgent' ? 'urgent' : 'calm',
    on,
    text: t('due.step', { step: label, when }),
  };
}
