/** Progress of a page that is loading: a thin line along the top, after a short delay so that fast pages show none. */
import { useT } from '#web/lib/useT.ts';
import styles from './ThinBar.module.css';

export function ThinBar() {
  const { t } = useT();
  return (
    <div className={styles.bar} role="progressbar" aria-label={t('state.loading')}>
      <div className={styles.run} />
    </div>
  );
}
