/** Nothing to show, and why: nothing came yet, a filter hides it, the work is done, or there is no such page. */
import type { ReactNode } from 'react';
import styles from './States.module.css';

type EmptyStateProps = {
  title: ReactNode;
  children?: ReactNode;
  /** One button at most: "Clear filter". */
  action?: ReactNode;
  /** It stands in place of the whole page, so its title is the page's heading. */
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
