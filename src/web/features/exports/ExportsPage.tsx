/**
 * Exports of the log as files: start one, watch its progress, download it. Exports run on the server, not in the page.
 */
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { listAuditExports } from '#contract/audit-export.ts';
import { open, queryOf } from '#web/api/query.ts';
import { useT } from '#web/lib/useT.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { ExportForm } from './ExportForm.tsx';
import styles from './Exports.module.css';
import { exportColumns, exportName, isUnfinished } from './export-columns.tsx';

const LOOK_AGAIN_MS = 3_000;

export const loader = (client: QueryClient) => async (): Promise<null> => {
  await open(client, listAuditExports, {});
  return null;
};

export function Component() {
  const words = useT();
  const { t } = words;
  const { items } = useSuspenseQuery({
    ...queryOf(listAuditExports, {}),
    // Polls only while an export is running. Reading this list is not logged.
    refetchInterval: ({ state }) => (state.data?.items.some(isUnfinished) ? LOOK_AGAIN_MS : false),
  }).data;
  return (
    <>
      <PageTitle tab={t('exports.tab')}>{t('exports.title')}</PageTitle>
      <p className={styles.lead}>{t('exports.lead')}</p>
      <ExportForm />
      <div className={styles.table}>
        <DataTable
          label={t('exports.tab')}
          columns={exportColumns}
          rows={items}
          rowId={({ id }) => id}
          rowName={(row) => exportName(row, words)}
          empty={<EmptyState title={t('exports.empty')} />}
        />
      </div>
    </>
  );
}
