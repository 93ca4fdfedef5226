/** A choice from a list: the system's own, which phones and screen readers know best. */
import type { ComponentPropsWithRef } from 'react';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

export type Option<Value extends string = string> = { value: Value; label: string; hint?: string };

type SelectFieldProps = FieldProps &
  Omit<ComponentPropsWithRef<'select'>, 'id' | 'className' | 'children'> & {
    options: readonly Option[];
    /** The first row while nothing is chosen. */
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
