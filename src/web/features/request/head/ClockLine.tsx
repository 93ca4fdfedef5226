/**
 * The line from receipt to deadline: both dates in words, the events between them as a picture, and the "Why?" button.
 */
import { isOpen, slaOf } from '#domain/request/sla.ts';
import { daysBetween } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { dueWords } from '#web/ui/request/due-words.ts';
import { slaInputOf } from '#web/ui/request/request-row.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { useDialogs } from '../dialogs/useDialogs.ts';
import { useRequest } from '../useRequest.ts';
import styles from './ClockLine.module.css';
import { type ClockPoint, clockPicture } from './clock-points.ts';

export function ClockLine() {
  const translator = useT();
  const { t, format } = translator;
  const detail = useRequest();
  const today = useToday();
  const { open } = useDialogs();
  const { receivedAt, receivedOn, dueOn, closedAt } = detail;
  const sla = slaOf(slaInputOf(detail), today);
  const { detail: dueDetail, steps } = dueWords(slaInputOf(detail), today, translator);
  const ofDays = daysBetween(receivedOn, dueOn);
  const picture = clockPicture(detail, {
    today,
    closedOn: closedAt && format.dayOf(closedAt),
    dayOf: format.dayOf,
  });
  return (
    <>
      <div className={styles.clock}>
        <span className={styles.end}>
          {t('request.received')}{' '}
          <time dateTime={receivedAt}>
            {format.weekdayFull(receivedOn)}, {format.time(receivedAt)}
          </time>
        </span>
        <Line picture={picture} tone={isOpen(sla) ? sla.state : sla.state === 'met' ? 'done' : 'calm'} />
        <span className={styles.end}>
          {t('request.answer_by')}{' '}
          <time dateTime={dueOn}>{t('request.until_midnight', { when: format.weekdayFull(dueOn) })}</time>
          {' · '}
          {t('request.nth_day', { n: String(ofDays) })}
          {' · '}
          <button type="button" className={styles.why} onClick={() => open('why')}>
            {t('common.why')}
            <span className={styles.key}>
              <Kbd keys="KeyW" />
            </span>
          </button>
        </span>
      </div>
      {(dueDetail || steps.length > 0) && (
        <ul className={styles.steps}>
          {dueDetail && <li>{dueDetail}</li>}
          {steps.map(({ text, tone, on }) => (
            <li key={text} className={styles[tone]}>
              <time dateTime={on}>{text}</time>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

type LineProps = {
  picture: ReturnType<typeof clockPicture>;
  tone: 'overdue' | 'now' | 'urgent' | 'calm' | 'done';
};

/** Hidden from screen readers, because the words beside it and the timeline say the same. */
function Line({ picture: { passed, due, points }, tone }: LineProps) {
  const translator = useT();
  return (
    <span className={classNames(styles.line, styles[`tone-${tone}`])} aria-hidden="true">
      <span className={styles.track} />
      <span className={styles.passed} style={{ width: `${passed}%` }} />
      <i className={styles.point} style={{ left: 0 }} />
      {points.map((point) => (
        <Point
          key={`${point.on} ${JSON.stringify(point.what)}`}
          point={point}
          words={wordsOf(point, translator)}
        />
      ))}
      <i className={classNames(styles.due, due <= passed && styles.reached)} style={{ left: `${due}%` }} />
    </span>
  );
}

/** A label beyond 86 % would run off the line, so it is aligned to the end. */
function Point({ point: { at, named }, words }: { point: ClockPoint; words: string }) {
  return (
    <>
      <i className={styles.point} style={{ left: `${at}%` }} title={words} />
      {named && (
        <span
          className={classNames(styles.name, at > 86 && styles.atEnd)}
          style={at > 86 ? {} : { left: `${at}%` }}
        >
          {words}
        </span>
      )}
    </>
  );
}

function wordsOf({ what }: ClockPoint, { t, label }: Translator): string {
  if ('step' in what) return lower(label(`step_event.${what.step}`));
  return lower('answer' in what ? t('request.clock.answered') : label(`event.${what.event}`));
}

/** The labels are fragments on a line, while the catalogue starts them with a capital. */
function lower(words: string): string {
  return words.charAt(0).toLocaleLowerCase() + words.slice(1);
}
