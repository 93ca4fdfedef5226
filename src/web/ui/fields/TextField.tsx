/** A text field of one line. Accepts what react-hook-form's `register` returns, ref included. */
import type { ComponentPropsWithRef } from 'react';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type TextFieldProps = FieldProps & Omit<ComponentPropsWithRef<'input'>, 'id' | 'className' | 'children'>;

export function TextField({ label, hint, error, optional, ...input }: TextFieldProps) {
  return (
    <Field label={label} {...{ hint, error, optional }}>
      {(control) => <input type="text" {...input} {...control} className={styles.control} />}
    </Field>
  );
}
