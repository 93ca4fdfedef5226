/** The text and tone of the due badge. All wording of deadlines is here, so that lists, pages and row names agree. */
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
  steps: readonly StepWords[];
};
export type StepWords = { tone: 'late' | 'urgent' | 'calm'; text: string; on: CivilDate };

/** The badge shows the promise; each running step gets a line of its own, the most urgent first. */
export function dueWords(request: SlaInput, today: CivilDate, { t, format }: Translator): DueWords {
  const { dueOn } = request;
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
    steps,
  });
  const due = t('due.due_on', { when: format.weekdayDate(dueOn) });

  if (promise.state === 'met') {
    const day = promise.answeredOnDay;
    if (day === 0) return said('done', 'tick', t('due.answered_same_day'));
    return said('done', 'tick', t('due.answered', { day: String(day), of: String(promise.ofDays) }));
  }
  if (promise.state === 'late') return said('done', 'tick', t('due.answered_late', { n: promise.daysLate }));
  if (promise.state === 'void') return said('done', null, t('due.void'));
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

/** Badge, detail and steps in one line, for names of rows and tooltips. */
export function dueSentence({ text, detail, steps }: DueWords): string {
  return [text, detail, ...steps.map((step) => step.text)].filter(Boolean).join(', ');
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
