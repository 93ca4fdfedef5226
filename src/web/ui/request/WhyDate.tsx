/** Explains a due date: the calculation line by line, each with its legal source. */
import type { Why } from '#domain/request/why.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './WhyDate.module.css';
import { whyDateLines } from './why-date-lines.ts';

type WhyDateProps = {
  /** From `whyThisDate(…)`, which runs the calculation that set the date. */
  why: Why;
};

export function WhyDate({ why }: WhyDateProps) {
  const translator = useT();
  const { t } = translator;
  return (
    <>
      <dl className={styles.lines}>
        {whyDateLines(why, translator).map(({ label, text, source, strong }) => (
          <div key={label} className={styles.line}>
            <dt>{label}</dt>
            <dd>
              {strong ? <b>{text}</b> : text}
              {source && <small>{source}</small>}
            </dd>
          </div>
        ))}
      </dl>
      {why.unconfirmedYears.length > 0 && (
        <p className={styles.warning}>
          <Icon name="warning" size={13} />
          {t('why_date.unconfirmed', { years: why.unconfirmedYears.join(', ') })}
        </p>
      )}
      <p className={styles.version}>
        {t('why_date.version', { rule: why.ruleVersion, calendar: why.calendarVersion })}
      </p>
    </>
  );
}
