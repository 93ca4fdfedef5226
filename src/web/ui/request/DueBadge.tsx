/**
 * When a request is due, in words and colour. It changes at the desk's midnight and is not announced to screen readers.
 */
import type { ReactNode } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './DueBadge.module.css';
import { type DueInput, dueWords, type StepWords } from './due-words.ts';

type DueBadgeProps = {
  request: DueInput;
  /**
   * Which running steps are shown: the most urgent one in a row, `all` on the request's page, `none` where space is
   * tight.
   */
  steps?: 'first' | 'all' | 'none';
};

export function DueBadge({ request, steps = 'first' }: DueBadgeProps) {
  const words = dueWords(request, useToday(), useT());
  const lines = steps === 'all' ? words.steps : steps === 'first' ? words.steps.slice(0, 1) : [];
  return (
    <>
      <span className={classNames(styles.badge, styles[words.tone])}>
        {words.icon && <Icon name={words.icon} size={13} />}
        <time dateTime={words.on}>{words.text}</time>
      </span>
      {words.answer && (
        <Line tone={words.answer.tone} title={words.answer.text}>
          {words.answer.text}
        </Line>
      )}
      {words.detail && <span className={styles.line}>{words.detail}</span>}
      {lines.map(({ text, tone, on }) => (
        <Line key={text} tone={tone} title={text}>
          <time dateTime={on}>{text}</time>
        </Line>
      ))}
    </>
  );
}

type LineProps = { tone: StepWords['tone']; title: string; children: ReactNode };

function Line({ tone, title, children }: LineProps) {
  const styled = tone === 'late' ? styles.lineLate : tone === 'urgent' && styles.lineUrgent;
  return (
    <span className={classNames(styles.line, styled)} title={title}>
      {tone === 'late' && <Icon name="flag" size={11} />}
      {children}
    </span>
  );
}
