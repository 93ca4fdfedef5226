/** Who has seen this person's data: every opening, reveal, copy, comparison and change, listings folded to a sentence. */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { requestTrail } from '#contract/requests-read.ts';
import { readableEvents } from '#domain/audit/audience.ts';
import { open, queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { useCan, useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { DataTable } from '#web/ui/DataTable.tsx';
import { EmptyState } from '#web/ui/EmptyState.tsx';
import { PageTitle } from '#web/ui/PageTitle.tsx';
import styles from './trail/TrailPage.module.css';
import { trailColumns } from './trail/trail-columns.tsx';
import { trailRowName } from './trail/trail-words.ts';

const callOf = (reference: string) => ({ params: { id: reference } });

export const loader =
  (client: QueryClient) =>
  async ({ params }: LoaderFunctionArgs): Promise<null> => {
    await open(client, requestTrail, callOf(params.reference ?? ''));
    return null;
  };

export function Component() {
  const translator = useT();
  const { t, format } = translator;
  const { reference = '' } = useParams();
  const { data } = useSuspenseQuery(queryOf(requestTrail, callOf(reference)));
  const { entries, listed, truncated } = data;
  const readsLog = useReadsAll();
  return (
    <>
      <PageTitle
        tab={t('request.trail_tab', { reference: data.reference })}
        actions={
          <span className={styles.print}>
            {readsLog && (
              <Button
                component={Link}
                to={paths.audit({ object: data.reference, read: 'seen' })}
                variant="text"
              >
                {t('audit.seen.in_log')}
              </Button>
            )}
            <Button onClick={() => print()}>{t('common.print')}</Button>
          </span>
        }
      >
        {t('request.trail_title')}{' '}
        <Link to={paths.request(data.reference)} className={styles.number}>
          {data.reference}
        </Link>
      </PageTitle>
      <p className={styles.lead}>
        {listed.count > 0
          ? t('request.trail_listed', {
              n: format.number(listed.count),
              people: format.number(listed.people),
            })
          : t('request.trail_not_listed')}
      </p>
      {truncated && (
        <p className={styles.lead}>{t('request.trail_truncated', { n: format.number(entries.length) })}</p>
      )}
      <div className={styles.table}>
        <DataTable
          label={t('request.trail_title')}
          columns={trailColumns}
          rows={entries}
          rowId={({ id }) => id}
          rowName={(row) => trailRowName(row, translator)}
          empty={<EmptyState title={t('request.trail_empty')} />}
        />
      </div>
    </>
  );
}

/** Who reads requests in the log; an administrator reads another part of it. */
function useReadsAll(): boolean {
  const mayList = useCan('audit.list').ok;
  return readableEvents(useMe()) === 'all' && mayList;
}
