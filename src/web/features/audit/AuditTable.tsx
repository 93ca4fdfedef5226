/** The list of events with its pager, and the panel of the open event beside it. */
import Button from '@mui/material/Button';
import { lazy, Suspense } from 'react';
import { Link } from 'react-router';
import { classNames } from '#web/lib/class-names.ts';
import { useRoom } from '#web/lib/useRoom.ts';
import { useT } from '#web/lib/useT.ts';
import { PanelFrame } from '#web/ui/overlay/PanelFrame.tsx';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import styles from './AuditTable.module.css';
import { clearing, filterNames } from './audit-query.ts';
import { auditColumns } from './columns.tsx';
import { eventRowName } from './event-words.ts';
import { LogPager } from './LogPager.tsx';
import { useAuditPage, useAuditQuery } from './useAudit.ts';

const EventPanel = lazy(async () => ({ default: (await import('./EventPanel.tsx')).EventPanel }));

export function AuditTable() {
  const words = useT();
  const room = useRoom();
  const { query, show } = useAuditQuery();
  const { data, isFetching } = useAuditPage();
  const openId = query.event_id ?? null;
  return (
    <>
      <PanelFrame
        className={classNames(styles.list, openId !== null && styles.withPanel)}
        panel={
          openId === null ? null : (
            <Suspense fallback={null}>
              <EventPanel id={openId} />
            </Suspense>
          )
        }
      >
        <DataTable
          label={words.t('audit.list')}
          columns={auditColumns(openId !== null, room)}
          rows={data.items}
          rowId={({ id }) => id}
          rowName={(row) => eventRowName(row, words)}
          // With a panel open already, going to another event replaces the history entry.
          onOpen={({ id }) => show({ event_id: id }, openId !== null)}
          currentId={openId}
          status={isFetching ? 'refreshing' : 'ready'}
          empty={<NothingFound />}
        />
      </PanelFrame>
      <LogPager />
    </>
  );
}

function NothingFound() {
  const { t } = useT();
  const { filterTo } = useAuditQuery();
  return (
    <EmptyState
      title={t('audit.empty')}
      action={
        <Button component={Link} to={filterTo(clearing(...filterNames))}>
          {t('common.clear_filter')}
        </Button>
      }
    >
      {t('audit.empty_hint')}
    </EmptyState>
  );
}
