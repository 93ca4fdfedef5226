/** The list of requests, with the strip of live changes above it and the pager below. */
import { lazy, Suspense, useEffect, useMemo, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useMe } from '#web/lib/useMe.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useRoom } from '#web/lib/useRoom.ts';
import { useT } from '#web/lib/useT.ts';
import { requestColumns } from '#web/ui/request/request-columns.tsx';
import { RequestLinkContext } from '#web/ui/request/request-link.ts';
import { type ListRow, requestRowName, rowsOf } from '#web/ui/request/request-row.ts';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { InboxEmpty } from './InboxEmpty.tsx';
import { ListPager } from './ListPager.tsx';
import { FailedStrip, LiveStrip } from './LiveStrip.tsx';
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
  const [why, setWhy] = useState<ListRow | null>(null);
  const rows = useMemo(() => rowsOf(data), [data]);
  useReturnFocus(rows);
  useListKeys({ rows, news, onWhy: setWhy });
  return (
    <RequestLinkContext value={requestLink}>
      <DataTable
        label={translator.t('inbox.list')}
        columns={requestColumns(roles, room)}
        rows={rows}
        rowId={({ id }) => id}
        rowName={(row) => requestRowName(row, today, translator)}
        onOpen={({ id, reference }) => {
          lastOpened = id;
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

/**
 * The row whose request was opened; it gets the focus back on return. Module state, because the list unmounts
 * meanwhile.
 */
let lastOpened: string | null = null;

function useReturnFocus(rows: readonly { id: string }[]): void {
  const first = useRef(rows);
  useEffect(() => {
    const id = lastOpened;
    lastOpened = null;
    if (id === null || !first.current.some((row) => row.id === id)) return;
    // Without scrolling, because the browser itself restores the position of the page.
    document.querySelector<HTMLElement>(`tr[data-row="${CSS.escape(id)}"]`)?.focus({ preventScroll: true });
  }, []);
}
