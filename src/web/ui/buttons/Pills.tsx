/** A few choices that are all visible, as pills: one of them (radio) or any number (checkbox). */
import type { ComponentProps, ReactNode } from 'react';
import styles from './Pills.module.css';

export function Pills({ legend, children }: { legend: string; children: ReactNode }) {
  return (
    <fieldset className={styles.pills}>
      <legend>{legend}</legend>
      {children}
    </fieldset>
  );
}

type PillProps = ComponentProps<'input'> & { type: 'radio' | 'checkbox'; children: string };

export function Pill({ children, ...input }: PillProps) {
  return (
    <label className={styles.pill}>
      <input {...input} />
      <span>{children}</span>
    </label>
  );
}
