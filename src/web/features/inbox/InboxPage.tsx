/**
 * The inbox: the open work as one sentence, its due dates as a picture (the horizon), and the list ordered by deadline.
 */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { Link, type LoaderFunctionArgs, redirect } from 'react-router';
import { countRequests, listRequests } from '#contract/requests-read.ts';
import { holds } from '#domain/access/can.ts';
import { ApiError } from '#web/api/call.ts';
import { open, queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import { liveStore } from '#web/lib/live.ts';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { sessionQuery, useCan } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Horizon } from '#web/ui/request/Horizon.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import styles from './InboxPage.module.css';
import { InboxTable } from './InboxTable.tsx';
import { ListBar } from './ListBar.tsx';
import { duePatch, dueRange, listCall, listLink, readListQuery } from './list-query.ts';
import { TitleSentence } from './TitleSentence.tsx';
import { inboxTitle, overdueTitle } from './title-sentence.ts';
import { useCounts, useListPage, useListQuery } from './useList.ts';
import { useNews } from './useNews.ts';

/** Within this time, changing filters reuses the counts. */
const COUNTS_HOLD_MS = 20_000;

export const loader =
  (client: QueryClient) =>
  async ({ request }: LoaderFunctionArgs): Promise<Response | null> => {
    const { me } = await client.ensureQueryData(sessionQuery);
    const roles = me?.roles ?? [];
    if (!holds(roles, 'request.list')) return redirect(paths.home());
    const params = new URL(request.url).searchParams;
    const counts = client.fetchQuery({ ...queryOf(countRequests, {}), staleTime: COUNTS_HOLD_MS });
    // Changes announced before this fetch are in its response.
    liveStore.clear();
    try {
      await Promise.all([counts, open(client, listRequests, listCall(readListQuery(params, roles)))]);
      return null;
    } catch (error) {
      // The cursor was made for another order: show the first page instead.
      if (error instanceof ApiError && error.problem.code === 'bad_cursor')
        return redirect(`/${listLink(params, { cursor: null })}`);
      throw error;
    }
  };

export function Component() {
  const { t } = useT();
  const counts = useCounts();
  const { query } = useListQuery();
  const news = useNews(useListPage().data.items.length === 0);
  const registers = useCan('request.register').ok;
  const late = query.urgency === 'overdue';
  const name = t(late ? 'report.overdue.name' : 'inbox.name');
  return (
    <div className={styles.page}>
      <PageTitle
        tab={name}
        actions={
          registers && (
            <Button variant="contained" component={Link} to={paths.register()}>
              {t('inbox.register')}
            </Button>
          )
        }
      >
        <TitleSentence parts={late ? overdueTitle(counts) : inboxTitle(counts)} />
      </PageTitle>
      {counts.ever > 0 && (
        <>
          <InboxHorizon />
          <ListBar />
        </>
      )}
      <InboxTable news={news} />
      {late && <p className={styles.note}>{t('report.overdue.counted')}</p>}
    </div>
  );
}

/** Connects the horizon: its days come from the counts, its selection is in the URL. */
function InboxHorizon() {
  const { t, format } = useT();
  const { horizon, longLate } = useCounts();
  const { query, go } = useListQuery();
  const days = horizon.map(({ on, count, types }) => ({
    on,
    count,
    detail: types.map(({ type, count: n }) => `${t(`type.${type}`)}: ${format.number(n)}`).join(', '),
  }));
  return (
    <Horizon
      calendar={useCalendar()}
      days={days}
      earlier={longLate}
      selected={dueRange(query)}
      onSelect={(range) => go(duePatch(range))}
    />
  );
}
