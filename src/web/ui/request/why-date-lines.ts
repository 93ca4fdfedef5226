/** The calculation of a due date as lines of a definition list, for the popover, the request's page and the print. */
import type { Why, WhyStep } from '#domain/request/why.ts';
import type { Translator } from '#i18n/translate.ts';
import { sourceWords } from './source-words.ts';

export type WhyLine = {
  label: string;
  text: string;
  /** The legal source. */
  source?: string;
  strong?: true;
};

export function whyDateLines(why: Why, translator: Translator): readonly WhyLine[] {
  const { t, format } = translator;
  const { received, promise, actBy, rollOver, target } = why;
  const words = (source: string) => sourceWords(source, translator);
  const [term = '', dayOne = '', untilMidnight = ''] = promise.sources;
  const lines: WhyLine[] = [
    {
      label: t('why_date.received'),
      text: t('why_date.received_at', {
        when: `${format.weekdayFull(received.on)} ${format.time(received.instant)}`,
        offset: received.offset,
      }),
    },
    {
      label: t('why_date.rule'),
      text: t('why_date.rule_text', {
        days: t('count.calendar_days', { n: promise.calendarDays }),
        first: format.weekdayDate(promise.dayOne),
      }),
      source: `${words(term)}; ${words(dayOne)}`,
    },
    {
      label: t('why_date.due'),
      text: t('why_date.due_until', { when: format.weekdayFull(promise.dueOn) }),
      source: words(untilMidnight),
      strong: true,
    },
    {
      label: t('why_date.act_by'),
      text: t('why_date.act_by_text', { when: format.weekdayFull(actBy) }),
      ...(actBy === promise.dueOn ? {} : { strong: true as const }),
    },
    { label: t('why_date.free'), text: freeDays(why, translator) },
  ];
  if (rollOver.moves)
    lines.push({
      label: t('why_date.rolls'),
      text: t('why_date.rolls_to', { when: format.weekdayDate(rollOver.to) }),
      source: words(rollOver.source),
    });
  if (target)
    lines.push({
      label: t('why_date.target'),
      text: t('why_date.target_text', {
        days: t('count.working_days', { n: target.workingDays }),
        when: format.weekdayDate(target.on),
      }),
    });
  return [...lines, ...why.steps.map((step) => stepLine(step, translator))];
}

function stepLine(step: WhyStep, translator: Translator): WhyLine {
  const { t, format } = translator;
  const name = t(`step.${step.code}`);
  const days =
    'working' in step.term
      ? t('count.working_days', { n: step.term.working })
      : t('count.calendar_days', { n: step.term.calendar });
  const text = t('why_date.step_text', {
    event: t(`step_event.${step.starts}`),
    start: format.weekdayDate(step.startedOn),
    days,
    due: format.weekdayDate(step.dueOn),
  });
  const ended = step.endedOn && t('why_date.step_ended', { when: format.weekdayDate(step.endedOn) });
  return {
    label: t(step.confirmed ? 'why_date.step' : 'why_date.step_target', { step: name }),
    text: ended ? `${text} · ${ended}` : text,
    source: sourceWords(step.source, translator),
  };
}

/** The non-working days in between: weekends as a count, holidays by name. */
function freeDays({ nonWorking }: Why, { t, format }: Translator): string {
  const weekends = nonWorking.filter(({ reason }) => reason === 'weekend').length;
  const named = nonWorking
    .filter(({ reason }) => reason !== 'weekend')
    .map(({ date, reason }) =>
      t('why_date.free_named', { when: format.weekdayDate(date), reason: t(`free_day.${reason}`) }),
    );
  return [t('why_date.weekends', { n: format.number(weekends) }), ...named].join('; ');
}
