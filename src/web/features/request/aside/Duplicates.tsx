/** Other requests from the same address or number: suggested, never joined by itself. */
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';

export function Duplicates() {
  const { t } = useT();
  const { suggested } = useRequest();
  if (suggested.length === 0) return null;
  return (
    <section>
      <h2 className={styles.heading}>{t('request.suggested')}</h2>
      <ul className={styles.list}>
        {suggested.map(({ id, reference, by }) => (
          <li key={id}>
            <Link to={paths.request(reference)}>{reference}</Link>
            <small>{t(`request.same_${by}`)}</small>
          </li>
        ))}
      </ul>
    </section>
  );
}
