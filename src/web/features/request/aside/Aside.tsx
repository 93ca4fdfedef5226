/** The column beside the timeline: progress, decision, applicant, other details, possible duplicates, plain facts. */
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';
import { DecisionCard } from './DecisionCard.tsx';
import { OtherDetails } from './OtherDetails.tsx';
import { Person } from './Person.tsx';
import { PlainFacts } from './PlainFacts.tsx';
import { Progress } from './Progress.tsx';

export function Aside() {
  const { decision } = useRequest();
  return (
    <div className={styles.aside}>
      <Progress />
      {decision && <DecisionCard decision={decision} />}
      <Person />
      <OtherDetails />
      <Duplicates />
      <PlainFacts />
    </div>
  );
}

/**
 * Other requests from the same e-mail address or phone number, as suggestions: requests are never merged automatically.
 */
function Duplicates() {
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
