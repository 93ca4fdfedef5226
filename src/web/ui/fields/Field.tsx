/** The frame of a form field: label, hint and error, each connected to the control for screen readers. */
import { type ReactNode, useId } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './Field.module.css';

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence in the page's language (`fieldFaults(error)[name]`); undefined when the value is valid. */
  error?: string | undefined;
  /** Fields are required by default. `unsaid` for filters, which are neither marked optional nor required. */
  optional?: boolean | 'unsaid' | undefined;
};

/** The attributes that give a control its name, description and invalid state. */
export type ControlProps = {
  id: string;
  'aria-describedby': string | undefined;
  'aria-invalid': true | undefined;
  'aria-required': true | undefined;
};

export function Field({
  label,
  hint,
  error,
  optional = false,
  children,
}: FieldProps & { children: (control: ControlProps) => ReactNode }) {
  const { t } = useT();
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <div className={styles.field}>
      <label htmlFor={id} className={styles.label}>
        {label}
        {optional === true && <span className={styles.optional}> · {t('common.optional')}</span>}
      </label>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      {children({
        id,
        'aria-describedby': described || undefined,
        'aria-invalid': error === undefined ? undefined : true,
        'aria-required': optional ? undefined : true,
      })}
      {error !== undefined && (
        <div id={`${id}-error`} className={styles.error}>
          <Icon name="warning" size={13} />
          {error}
        </div>
      )}
    </div>
  );
}
