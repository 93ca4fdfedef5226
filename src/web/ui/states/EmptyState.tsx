/** Says why there is nothing to show: no data yet, a filter that matches nothing, all work done, or no such page. */
import type { ReactNode } from 'react';
import styles from './States.module.css';

type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** One button at most: "Clear filter". */
  action?: ReactNode;
  /** Replaces the whole page, so its title is the page's h1. */
  page?: boolean;
};

export function EmptyState({ title, children, action, page = false }: EmptyStateProps) {
  const Heading = page ? 'h1' : 'h2';
  return (
    <section className={styles.state}>
      <Heading className={styles.title}>{title}</Heading>
      {children && <p className={styles.text}>{children}</p>}
      {action}
    </section>
  );
}
