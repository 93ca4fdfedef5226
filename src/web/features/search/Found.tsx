/** The results in the inbox's columns, or a message that nothing was found; both are announced. */
import { useEffect, useMemo } from 'react';
import { useNavigate } from 'react-router';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { searchRequests } from '#contract/requests-read.ts';
import { paths } from '#web/app/paths.ts';
import { useAnnounce } from '#web/lib/useAnnounce.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useRoom } from '#web/lib/useRoom.ts';
import { useT } from '#web/lib/useT.ts';
import { requestColumns } from '#web/ui/request/request-columns.tsx';
import { RequestLinkContext } from '#web/ui/request/request-link.ts';
import { requestRowName, rowsOf } from '#web/ui/request/request-row.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import styles from './SearchPage.module.css';

type FoundProps = { page: ResponseOf<typeof searchRequests> };

export function Found({ page }: FoundProps) {
  const { total } = page;
  const rows = useMemo(() => rowsOf(page), [page]);
  const translator = useT();
  const { t } = translator;
  const today = useToday();
  const room = useRoom();
  const { roles } = useMe();
  const navigate = useNavigate();
  const announce = useAnnounce();
  const said = rows.length === 0 ? t('lookup.none') : t('lookup.found', { n: total.count });
  useEffect(() => announce(said), [announce, said]);
  if (rows.length === 0) return <EmptyState title={said}>{t('lookup.none_hint')}</EmptyState>;
  return (
    <RequestLinkContext value={linkOf}>
      <h2 className={styles.found}>{said}</h2>
      <DataTable
        label={said}
        columns={requestColumns(roles, room)}
        rows={rows}
        rowId={({ id }) => id}
        rowName={(row) => requestRowName(row, today, translator)}
        onOpen={({ reference }) => navigate(paths.request(reference))}
      />
    </RequestLinkContext>
  );
}

const linkOf = (reference: string): string => paths.request(reference);
