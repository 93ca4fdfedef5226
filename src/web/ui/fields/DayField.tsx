/** A day in our own form, dd.MM.yyyy, typed or picked from the system's calendar. */
import { type ComponentPropsWithRef, useRef } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './DayField.module.css';
import fieldStyles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type DayFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'children' | 'type'> & {
    /** A picked day, in our own form; the field shows it when it is told to. */
    onPick: (text: string) => void;
    /** The last day that can be meant, as ISO. */
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
