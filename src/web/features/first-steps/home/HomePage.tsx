/**
 * The home of who runs the desk and does not work in the queue: how the desk is, the first steps that are open, and how
 * many requests there are.
 */
import Button from '@mui/material/Button';
import { type QueryClient, useSuspenseQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { type HealthRow, readHealth } from '#contract/health.ts';
import { countRequests } from '#contract/requests-read.ts';
import { readSettings } from '#contract/settings.ts';
import { open, queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { progressOf } from '../steps.ts';
import { useFirstSteps } from '../useFirstSteps.ts';
import { HealthList } from './HealthList.tsx';
import styles from './Home.module.css';
import { countOf } from './health.ts';
import { StepsList } from './StepsList.tsx';

export const loader = (client: QueryClient) => async (): Promise<null> => {
  await Promise.all([
    open(client, readHealth, {}),
    open(client, readSettings, {}),
    open(client, countRequests, {}),
  ]);
  return null;
};

export function Component() {
  const { t, format } = useT();
  const { checks } = useSuspenseQuery(queryOf(readHealth, {})).data;
  const { checklist } = useFirstSteps();
  const { done, all, next } = progressOf(checklist);
  return (
    <>
      <PageTitle
        tab={t('home.name')}
        actions={
          next !== null && (
            <Button variant="contained" component={Link} to={paths.firstSteps()}>
              {t('inbox.empty.first_steps')}
            </Button>
          )
        }
      >
        <State checks={checks} />
      </PageTitle>
      <Counts />
      <div className={styles.parts}>
        <section aria-labelledby="health">
          <h2 id="health">{t('health.title')}</h2>
          <HealthList rows={checks} />
        </section>
        <section aria-labelledby="steps">
          <h2 id="steps">
            {next === null
              ? t('steps.title_done')
              : t('steps.title', { done: format.number(done), all: format.number(all) })}
          </h2>
          <StepsList checklist={checklist} />
        </section>
      </div>
    </>
  );
}

/** Says only what was checked: that no check found a fault, or how many did. */
function State({ checks }: { checks: readonly HealthRow[] }) {
  const { t, format } = useT();
  const [fault, look] = [countOf(checks, 'fault'), countOf(checks, 'look')];
  const parts = [
    fault === 0 ? t('home.no_fault') : t('home.faults', { count: format.number(fault) }),
    ...(look === 0 ? [] : [t('home.looks', { count: format.number(look) })]),
  ];
  return parts.join(' ');
}

/** Figures without links, because the list is closed to this role. */
function Counts() {
  const { t, format } = useT();
  const { open: all, answerToday, overdue } = useSuspenseQuery(queryOf(countRequests, {})).data;
  return (
    <p className={styles.counts}>
      {t('home.counts', {
        open: format.number(all),
        today: format.number(answerToday),
        overdue: format.number(overdue),
      })}
    </p>
  );
}
