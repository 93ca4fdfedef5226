/** No such page or request. */
import type { ReactNode } from 'react';
import { useT } from '#web/lib/useT.ts';
import styles from './States.module.css';

type NotFoundStateProps = {
  /** A link to go on with: the list, or the request that took its place. */
  action?: ReactNode;
};

export function NotFoundState({ action }: NotFoundStateProps) {
  const { t } = useT();
  return (
    <section className={styles.state}>
      <h1 className={styles.title}>{t('state.not_found')}</h1>
      <p className={styles.text}>{t('state.not_found_hint')}</p>
      {action}
    </section>
  );
}
