/** The product's name, and whose desk it is. */
import { Link } from 'react-router';
import { useSession } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Brand.module.css';

export function Brand() {
  const { t, locale } = useT();
  const { organisation, mode } = useSession();
  return (
    <div className={styles.brand}>
      <Link to="/" className={styles.name}>
        Өтініш
      </Link>
      {organisation && <div className={styles.organisation}>{organisation[locale]}</div>}
      {mode === 'demo' && <div className={styles.organisation}>{t('banner.demo')}</div>}
    </div>
  );
}
