/**
 * The page's h1, which says the state of the work in words with its numbers as links, and the shorter title of the tab.
 */
import type { ReactNode } from 'react';
import { useWindowTitle } from '#web/lib/useWindowTitle.ts';
import styles from './PageTitle.module.css';

type PageTitleProps = {
  /** `<T id=… tags={{ open: <CountLink to=… /> }} />`, or plain text. */
  children: ReactNode;
  /** The title of the browser's tab: `Келіп түскендер`; the count of new requests and the product's name are added. */
  tab: string;
  /** Beside the title: a badge, a number. */
  before?: ReactNode;
  after?: ReactNode;
  /** At the far end: search and the one primary button. */
  actions?: ReactNode;
};

export function PageTitle({ children, tab, before, after, actions }: PageTitleProps) {
  useWindowTitle(tab);
  return (
    <header className={styles.head}>
      {before}
      <h1 className={styles.title}>{children}</h1>
      {after}
      {actions && <div className={styles.actions}>{actions}</div>}
    </header>
  );
}
