/** The inbox of a role that may see counts but no requests: figures without links. */
import Button from '@mui/material/Button';
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { TitleSentence } from './TitleSentence.tsx';
import { inboxTitle } from './title-sentence.ts';
import { useCounts } from './useList.ts';

export function CountsOnly() {
  const { t } = useT();
  const counts = useCounts();
  const setsUp = useCan('settings.change').ok;
  return (
    <>
      <PageTitle tab={t('inbox.name')}>
        <TitleSentence parts={inboxTitle(counts)} links={false} />
      </PageTitle>
      <EmptyState
        title={t('inbox.counts_only')}
        action={
          setsUp &&
          counts.ever === 0 && (
            <Button variant="contained" component={Link} to={paths.firstSteps()}>
              {t('inbox.empty.first_steps')}
            </Button>
          )
        }
      >
        {counts.oldestDays !== null && t('inbox.counts.oldest', { n: counts.oldestDays })}
      </EmptyState>
    </>
  );
}
