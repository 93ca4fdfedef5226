/** A masked value on a grey plate. The mask does not show the length of what it hides. */
import type { ReactNode } from 'react';
import styles from './Masked.module.css';

type MaskedProps = { children: ReactNode };

export function Masked({ children }: MaskedProps) {
  return <span className={styles.plate}>{children}</span>;
}
