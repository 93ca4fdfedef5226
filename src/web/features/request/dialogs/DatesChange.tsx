/** The dates before and after a change, computed by the same domain function that the server uses to store them. */
import { type Deadlines, deadlinesOf } from '#domain/request/deadlines.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Translator } from '#i18n/translate.ts';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Dialogs.module.css';
import { reckoningOf } from './why-of-request.ts';

type DatesChangeProps = { as: { type?: RequestType; receivedAt?: Temporal.Instant } };

export function DatesChange({ as }: DatesChangeProps) {
  const translator = useT();
  const { t } = translator;
  const detail = useRequest();
  const calendar = useCalendar();
  const before = linesOf(deadlinesOf(reckoningOf(detail), calendar), translator);
  const after = linesOf(deadlinesOf(reckoningOf(detail, as), calendar), translator);
  const names = [...new Set([...before.keys(), ...after.keys()])];
  return (
    <dl className={styles.dates}>
      {names.map((name) => {
        const [old, fresh] = [before.get(name), after.get(name)];
        return (
          <Line
            key={name}
            name={name}
            words={
              old === fresh
                ? t('request.date_same', { when: old ?? '' })
                : t('request.from_to', { from: old ?? t('common.none'), to: fresh ?? t('common.none') })
            }
            moved={old !== fresh}
          />
        );
      })}
    </dl>
  );
}

function Line({ name, words, moved }: { name: string; words: string; moved: boolean }) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={moved ? styles.moved : undefined}>{words}</dd>
    </>
  );
}

function linesOf(deadlines: Deadlines, { t, format }: Translator): ReadonlyMap<string, string> {
  const { receivedOn, dueOn, actBy, targetOn, steps } = deadlines;
  return new Map([
    [t('why_date.received'), format.weekdayFull(receivedOn)],
    [t('why_date.due'), format.weekdayFull(dueOn)],
    [t('why_date.act_by'), format.weekdayFull(actBy)],
    ...(targetOn ? [[t('why_date.target'), format.weekdayFull(targetOn)] as const] : []),
    // An ended step has no date ahead, so it is not listed.
    ...steps
      .filter(({ endedOn }) => endedOn === null)
      .map(({ code, confirmed, dueOn: on }): readonly [string, string] => [
        t(confirmed ? 'why_date.step' : 'why_date.step_target', { step: t(`step.${code}`) }),
        format.weekdayFull(on),
      ]),
  ]);
}
