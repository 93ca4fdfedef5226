/** The checklist from installation to the first request: seven steps, most of which the program detects as done. */
import type { QueryClient } from '@tanstack/react-query';
import { readSettings } from '#contract/settings.ts';
import { open } from '#web/api/query.ts';
import { useT } from '#web/lib/useT.ts';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import styles from './FirstSteps.module.css';
import { Step } from './Step.tsx';
import { progressOf } from './steps.ts';
import { useFirstSteps } from './useFirstSteps.ts';

export const loader = (client: QueryClient) => async (): Promise<null> => {
  await open(client, readSettings, {});
  return null;
};

export function Component() {
  const { t, format } = useT();
  const { checklist } = useFirstSteps();
  const { done, all, next } = progressOf(checklist);
  return (
    <>
      <PageTitle tab={t('nav.first_steps')}>
        {next === null
          ? t('steps.title_done')
          : t('steps.title', { done: format.number(done), all: format.number(all) })}
      </PageTitle>
      <p className={styles.lead}>{t(next === null ? 'steps.lead_done' : 'steps.lead')}</p>
      <ol className={styles.steps}>
        {checklist.map((tick) => (
          <Step key={tick.step} tick={tick} next={tick.step === next} />
        ))}
      </ol>
    </>
  );
}
