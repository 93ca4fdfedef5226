/** Names the missing right and who grants it; shows nothing of what it protects. */
import type { Action } from '#domain/access/actions.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './States.module.css';

type ForbiddenStateProps = {
  /** The action that was refused. */
  action?: Action;
  /** `problemText(error)`, where the server gave a reason. */
  cause?: string;
};

export function ForbiddenState({ action, cause }: ForbiddenStateProps) {
  const { t } = useT();
  return (
    <section className={styles.state}>
      <h1 className={styles.title}>{t('state.forbidden')}</h1>
      {action && (
        <p className={styles.text}>{t('state.forbidden_missing', { right: t(`action.${action}`) })}</p>
      )}
      {cause && <p className={styles.text}>{cause}</p>}
      <p className={styles.text}>{t('state.forbidden_grantor')}</p>
    </section>
  );
}
