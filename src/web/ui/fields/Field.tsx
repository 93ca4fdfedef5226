/** Label above, hint and error beneath, all tied to the control: the frame every form field stands in. */
import { type ReactNode, useId } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './Field.module.css';

export type FieldProps = {
  label: ReactNode;
  hint?: ReactNode;
  /** A sentence ready to read (`fieldFaults(error)[name]`); undefined = nothing wrong. */
  error?: string | undefined;
  /** Fields are required unless they say this; a filter is neither and leaves it `unsaid`. */
  optional?: boolean | 'unsaid' | undefined;
};

/** What a control needs to be named, described and marked wrong. */
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
