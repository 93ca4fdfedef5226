/**
 * A day, typed as dd.MM.yyyy or picked from the browser's calendar; a native date field alone would follow the
 * browser's language.
 */
import { type ComponentPropsWithRef, useRef } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './DayField.module.css';
import fieldStyles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type DayFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'children' | 'type'> & {
    /** Called with the picked day as dd.MM.yyyy; the caller puts it into the field. */
    onPick: (text: string) => void;
    /** The last day that can be picked, ISO. */
    latest?: string;
  };

export function DayField({ label, hint, error, optional, onPick, latest, ...input }: DayFieldProps) {
  const { t, format } = useT();
  const picker = useRef<HTMLInputElement>(null);
  return (
    <Field label={label} {...{ hint, error, optional }}>
      {(control) => (
        <span className={styles.pair}>
          <input
            type="text"
            inputMode="numeric"
            autoComplete="off"
            placeholder={t('day.placeholder')}
            {...input}
            {...control}
            className={fieldStyles.control}
          />
          <input
            ref={picker}
            type="date"
            tabIndex={-1}
            aria-hidden="true"
            max={latest}
            className={styles.system}
            onChange={(event) => event.target.value && onPick(format.date(event.target.value))}
          />
          <button
            type="button"
            className={styles.open}
            aria-label={t('day.pick')}
            onClick={() => picker.current?.showPicker()}
          >
            <Icon name="calendar" />
          </button>
        </span>
      )}
    </Field>
  );
}
