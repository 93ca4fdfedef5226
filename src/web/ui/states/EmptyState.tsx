/** Nothing to show, and why: nothing yet, hidden by a filter, or done. */
import type { ReactNode } from 'react';
import styles from './States.module.css';

type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** One button at most: "Clear filter". */
  action?: ReactNode;
};

export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className={styles.state}>
      <h2 className={styles.title}>{title}</h2>
      {children && <p className={styles.text}>{children}</p>}
      {action}
    </section>
  );
}
