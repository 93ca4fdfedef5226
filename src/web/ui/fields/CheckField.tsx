/** A checkbox with its label and hint. */
import { type ComponentPropsWithRef, type ReactNode, useId } from 'react';
import styles from './Field.module.css';

type CheckFieldProps = { label: ReactNode; hint?: ReactNode } & Omit<
  ComponentPropsWithRef<'input'>,
  'id' | 'className' | 'children' | 'type'
>;

export function CheckField({ label, hint, ...input }: CheckFieldProps) {
  const id = useId();
  return (
    <label className={styles.choice}>
      <input {...input} type="checkbox" aria-describedby={hint === undefined ? undefined : id} />
      <span>
        {label}
        {hint !== undefined && <small id={id}>{hint}</small>}
      </span>
    </label>
  );
}
