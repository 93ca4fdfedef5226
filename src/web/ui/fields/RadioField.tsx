/** A choice among a few options that are all visible, as radio buttons. */
import { type ComponentPropsWithRef, useId } from 'react';
import { Icon } from '../text/Icon.tsx';
import styles from './Field.module.css';
import type { FieldProps } from './Field.tsx';
import type { Option } from './SelectField.tsx';

type RadioFieldProps = Omit<FieldProps, 'optional'> &
  Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'children' | 'type' | 'value' | 'checked'> & {
    options: readonly Option[];
    /** The selected option, only where no form library controls the field. */
    value?: string;
  };

export function RadioField({ label, hint, error, options, value, ...input }: RadioFieldProps) {
  const id = useId();
  const described = [hint !== undefined && `${id}-hint`, error !== undefined && `${id}-error`]
    .filter(Boolean)
    .join(' ');
  return (
    <fieldset className={styles.field} aria-describedby={described || undefined}>
      <legend className={styles.label}>{label}</legend>
      {hint !== undefined && (
        <div id={`${id}-hint`} className={styles.hint}>
          {hint}
        </div>
      )}
      <div className={styles.choices}>
        {options.map((option) => (
          <label key={option.value} className={styles.choice}>
            <input
              name={id}
              {...input}
              type="radio"
              value={option.value}
              {...(value === undefined ? {} : { checked: value === option.value })}
            />
            <span>
              {option.label}
              {option.hint && <small>{option.hint}</small>}
            </span>
          </label>
        ))}
      </div>
      {error !== undefined && (
        <div id={`${id}-error`} className={styles.error}>
          <Icon name="warning" size={13} />
          {error}
        </div>
      )}
    </fieldset>
  );
}
