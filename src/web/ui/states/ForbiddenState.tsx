/** Names the missing right and who grants it; shows nothing of what it protects. */
import type { Action } from '#domain/access/actions.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './States.module.css';

type ForbiddenStateProps = {
  /** The action that was refused. */
  action?: Action;
  /** `problemText(error)`, where the server gave a reason. */
  cause?: string;
  /** The page itself held back, so no attempt reached the server and none is recorded. */
  unasked?: boolean;
};

export function ForbiddenState({ action, cause, unasked = false }: ForbiddenStateProps) {
  const { t } = useT();
  return (
    <section className={styles.state}>
      <h1 className={styles.title}>{t('state.forbidden')}</h1>
      {action && (
        <p className={styles.text}>{t('state.forbidden_missing', { right: t(`action.${action}`) })}</p>
      )}
      {cause && <p className={styles.text}>{cause}</p>}
      <p className={styles.text}>{t(unasked ? 'state.forbidden_granted' : 'state.forbidden_grantor')}</p>
    </section>
  );
}
