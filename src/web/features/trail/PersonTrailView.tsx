/** The trail over all requests of one person: links to the requests, then the entries. Both trail pages show it. */
import { Link } from 'react-router';
import type { PersonTrail } from '#contract/trails.ts';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { TrailEntries } from './TrailEntries.tsx';
import styles from './TrailPage.module.css';
import { personTrailColumns } from './trail-columns.tsx';

export function PersonTrailView({ trail }: { trail: PersonTrail }) {
  const { t, format } = useT();
  const { references, entries } = trail;
  return (
    <>
      <p className={styles.lead}>{t('request.trail_person', { count: format.number(references.length) })}</p>
      <ul className={styles.numbers}>
        {references.map((reference) => (
          <li key={reference}>
            <Link to={paths.request(reference)}>{reference}</Link>
          </li>
        ))}
      </ul>
      <TrailEntries {...trail} rows={entries} columns={personTrailColumns} />
    </>
  );
}
