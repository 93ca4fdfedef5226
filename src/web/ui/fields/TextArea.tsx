/** A text field of several lines that grows with its text. */
import type { ComponentPropsWithRef } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import styles from './Field.module.css';
import { Field, type FieldProps } from './Field.tsx';

type TextAreaProps = FieldProps & Omit<ComponentPropsWithRef<'textarea'>, 'id' | 'className' | 'children'>;

export function TextArea({ label, hint, error, optional, ...area }: TextAreaProps) {
  return (
    <Field label={label} {...{ hint, error, optional }}>
      {(control) => (
        <textarea rows={3} {...area} {...control} className={classNames(styles.control, styles.long)} />
      )}
    </Field>
  );
}
