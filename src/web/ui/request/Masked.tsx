/** A value shown only in part: a grey plate, the same width of dots whatever it hides. */
import type { ReactNode } from 'react';
import styles from './Masked.module.css';

type MaskedProps = { children: ReactNode };

export function Masked({ children }: MaskedProps) {
  return <span className={styles.plate}>{children}</span>;
}
