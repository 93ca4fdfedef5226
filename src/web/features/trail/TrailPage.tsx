/**
 * Who has seen a person's data: openings, reveals, copies, comparisons and changes of one request, or of all of a
 * person.
 */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, useParams } from 'react-router';
import { z } from 'zod';
import { requestTrail } from '#contract/requests-read.ts';
import { personTrail } from '#contract/trails.ts';
import { readableEvents } from '#domain/audit/audience.ts';
import { open, queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { parseQuery } from '#web/lib/url-query.ts';
import { useCan, useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { useUrlQuery } from '#web/lib/useUrlQuery.ts';
import { Segmented } from '#web/ui/buttons/Segmented.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { CaseButton } from './CaseButton.tsx';
import { PersonTrailView } from './PersonTrailView.tsx';
import { TrailEntries } from './TrailEntries.tsx';
import styles from './TrailPage.module.css';
import { trailColumns } from './trail-columns.tsx';

const SCOPES = ['request', 'person'] as const;
const TrailUrl = z.object({ of: z.enum(SCOPES).default('request') });

const callOf = (reference: string) => ({ params: { id: reference } });

export const loader =
  (client: QueryClient) =>
  async ({ request, params }: LoaderFunctionArgs): Promise<null> => {
    const { of } = parseQuery(new URL(request.url).searchParams, TrailUrl);
    await open(client, of === 'person' ? personTrail : requestTrail, callOf(params.reference ?? ''));
    return null;
  };

export function Component() {
  const { t } = useT();
  const { reference = '' } = useParams();
  const { query, setQuery } = useUrlQuery(TrailUrl);
  const seesPerson = useCan('audit.person_trail').ok;
  const exports = useCan('request.export_case').ok;
  const readsLog = useReadsAll();
  return (
    <>
      <PageTitle
        tab={t('request.trail_tab', { reference })}
        actions={
          <span className={styles.print}>
            {readsLog && (
              <Button component={Link} to={paths.audit({ object: reference, read: 'seen' })} variant="text">
                {t('audit.seen.in_log')}
              </Button>
            )}
            {exports && <CaseButton reference={reference} />}
            <Button onClick={() => print()}>{t('common.print')}</Button>
          </span>
        }
      >
        {t('request.trail_title')}{' '}
        <Link to={paths.request(reference)} className={styles.number}>
          {reference}
        </Link>
      </PageTitle>
      {seesPerson && (
        <div className={styles.scope}>
          <Segmented
            label={t('request.trail_of')}
            options={SCOPES.map((value) => ({ value, label: t(`request.trail_of.${value}`) }))}
            value={query.of}
            onChange={(of) => setQuery({ of: of === 'person' ? of : null })}
          />
        </div>
      )}
      {query.of === 'person' ? <OfPerson reference={reference} /> : <OfRequest reference={reference} />}
    </>
  );
}

type Of = { reference: string };

function OfRequest({ reference }: Of) {
  const { data } = useSuspenseQuery(queryOf(requestTrail, callOf(reference)));
  return <TrailEntries {...data} rows={data.entries} columns={trailColumns} />;
}

function OfPerson({ reference }: Of) {
  const { data } = useSuspenseQuery(queryOf(personTrail, callOf(reference)));
  return <PersonTrailView trail={data} />;
}

/** Whether the viewer's part of the log holds events of requests: an administrator reads the log too, but not those. */
function useReadsAll(): boolean {
  const mayList = useCan('audit.list').ok;
  return readableEvents(useMe()) === 'all' && mayList;
}
