/** The outcomes as radio buttons; one that is not proved yet is disabled and shows what it lacks. */
import { useId } from 'react';
import type { Outcome } from '#domain/request/status.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './OutcomeField.module.css';

type OutcomeFieldProps = {
  options: readonly { outcome: Outcome; hint: string | null; open: boolean }[];
  value: Outcome | null;
  onChange: (outcome: Outcome) => void;
  error: string | undefined;
  /** In place of the outcome's own name. */
  words?: (outcome: Outcome) => string;
};

export function OutcomeField({ options, value, onChange, error, words }: OutcomeFieldProps) {
  const { t } = useT();
  const id = useId();
  return (
    <fieldset className={styles.field} aria-describedby={error ? `${id}-error` : undefined}>
      <legend>{t('plain.outcome')}</legend>
      {options.map(({ outcome, hint, open }) => (
        <label key={outcome} className={classNames(styles.choice, !open && styles.off)}>
          <input
            type="radio"
            name={id}
            value={outcome}
            checked={value === outcome}
            disabled={!open}
            aria-describedby={hint ? `${id}-${outcome}` : undefined}
            onChange={() => onChange(outcome)}
          />
          <span>
            {words?.(outcome) ?? t(`outcome.${outcome}`)}
            {hint && <small id={`${id}-${outcome}`}>{hint}</small>}
          </span>
        </label>
      ))}
      {error && (
        <p id={`${id}-error`} className={styles.error}>
          {error}
        </p>
      )}
    </fieldset>
  );
}
