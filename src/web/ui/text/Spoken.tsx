/** Text for screen readers only, where sighted users see the same from the layout. */
import type { HTMLAttributes } from 'react';
import styles from './Spoken.module.css';

export function Spoken(props: HTMLAttributes<HTMLSpanElement>) {
  return <span {...props} className={styles.spoken} />;
}
