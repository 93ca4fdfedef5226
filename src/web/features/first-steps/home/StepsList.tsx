/** The first steps that are still open, each with the page where it is done; one line when none is. */
import { Link } from 'react-router';
import type { Settings } from '#contract/settings.ts';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { STEP_PLACES } from '../steps.ts';
import styles from './Home.module.css';

export function StepsList({ checklist }: { checklist: Settings['checklist'] }) {
  const { t } = useT();
  const open = checklist.filter(({ done }) => !done);
  if (open.length === 0)
    return (
      <p className={styles.done}>
        <Icon name="tick" size={14} />
        {t('steps.lead_done')} <Link to={paths.firstSteps()}>{t('steps.look')}</Link>
      </p>
    );
  return (
    <ul className={styles.rows}>
      {open.map(({ step }) => (
        <li key={step} className={styles.step}>
          <span className={styles.mark} />
          <span className={styles.name}>{t(`steps.step.${step}`)}</span>
          <Link
            to={STEP_PLACES[step]?.to ?? paths.firstSteps()}
            className={styles.place}
            aria-label={`${t('steps.go')}: ${t(`steps.step.${step}`)}`}
          >
            {t('steps.go')}
          </Link>
        </li>
      ))}
    </ul>
  );
}
