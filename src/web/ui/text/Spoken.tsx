/** Words for those who hear the page; to the eye the same is said by its place or its look. */
import type { HTMLAttributes } from 'react';
import styles from './Spoken.module.css';

export function Spoken(props: HTMLAttributes<HTMLSpanElement>) {
  return <span {...props} className={styles.spoken} />;
}
