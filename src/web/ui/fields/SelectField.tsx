/** A choice from a list, as a native `select`, because phones and screen readers support it best. */
import type { ComponentPropsWithRef } from 'react';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

export type Option<Value extends string = string> = { value: Value; label: string; hint?: string };

type SelectFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'select'>, 'id' | 'className' | 'children'> & {
    options: readonly Option[];
    /** The text of the empty first option. */
    placeholder?: string;
  };

export function SelectField({
  label,
  hint,
  error,
  optional,
  options,
  placeholder,
  ...select
}: SelectFieldProps) {
  return (
    <Field label={label} {...{ hint, error, optional }}>
      {(control) => (
        <select {...select} {...control} className={styles.control}>
          {placeholder !== undefined && <option value="">{placeholder}</option>}
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}
