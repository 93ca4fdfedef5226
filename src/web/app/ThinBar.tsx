/** Something is on its way: nothing for a blink, then a thin line along the top. */
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
