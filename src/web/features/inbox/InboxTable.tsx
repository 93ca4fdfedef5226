/** The rows of the queue, with what is new above them and the way on beneath. */
import { lazy, Suspense, useState } from 'react';
import { useNavigate } from 'react-router';
import type { RequestRow } from '#contract/request-shapes.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useRoom } from '#web/lib/useRoom.ts';
import { useT } from '#web/lib/useT.ts';
import { requestColumns } from '#web/ui/request/request-columns.tsx';
import { RequestLinkContext } from '#web/ui/request/request-link.ts';
import { requestRowName } from '#web/ui/request/request-row.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { FailedStrip } from './FailedStrip.tsx';
import { InboxEmpty } from './InboxEmpty.tsx';
import { ListPager } from './ListPager.tsx';
import { LiveStrip } from './LiveStrip.tsx';
import { rememberOpened, useReturnFocus } from './last-opened.ts';
import { useListPage, useListQuery } from './useList.ts';
import { useListKeys } from './useListKeys.ts';
import type { News } from './useNews.ts';

const WhyPopover = lazy(async () => ({ default: (await import('./WhyPopover.tsx')).WhyPopover }));

type InboxTableProps = { news: News };

export function InboxTable({ news }: InboxTableProps) {
  const translator = useT();
  const today = useToday();
  const room = useRoom();
  const { roles } = useMe();
  const navigate = useNavigate();
  const { query, go, requestLink } = useListQuery();
  const { data, isFetching, error } = useListPage();
  const [why, setWhy] = useState<RequestRow | null>(null);
  useReturnFocus(data.items);
  useListKeys({ rows: data.items, news, onWhy: setWhy });
  return (
    <RequestLinkContext value={requestLink}>
      <DataTable
        label={translator.t('inbox.list')}
        columns={requestColumns(roles, room)}
        rows={data.items}
        rowId={({ id }) => id}
        rowName={(row) => requestRowName(row, today, translator)}
        onOpen={({ id, reference }) => {
          rememberOpened(id);
          navigate(requestLink(reference));
        }}
        status={isFetching ? 'refreshing' : 'ready'}
        sort={{ by: query.order, onSort: (order) => go({ order }) }}
        empty={<InboxEmpty />}
        strip={
          error ? <FailedStrip error={error} onRetry={news.show} /> : news.any && <LiveStrip news={news} />
        }
      />
      <ListPager />
      {why && (
        <Suspense fallback={null}>
          <WhyPopover row={why} onClose={() => setWhy(null)} />
        </Suspense>
      )}
    </RequestLinkContext>
  );
}
