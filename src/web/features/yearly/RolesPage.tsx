/**
 * The history of roles (holder, period, granted by), derived from the log; grants that the log lacks are marked as
 * such.
 */
import Button from '@mui/material/Button';
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type HeldRole, listHeldRoles } from '#contract/audit-yearly.ts';
import type { Translator } from '#i18n/translate.ts';
import { open, queryOf } from '#web/api/query.ts';
import { useT } from '#web/lib/useT.ts';
import { EmptyState } from '#web/ui/states/EmptyState.tsx';
import { DataTable } from '#web/ui/table/DataTable.tsx';
import { PageTitle } from '#web/ui/text/PageTitle.tsx';
import { rolesColumns } from './roles-columns.tsx';
import styles from './Yearly.module.css';

export const loader = (client: QueryClient) => async (): Promise<null> => {
  await open(client, listHeldRoles, {});
  return null;
};

export function Component() {
  const words = useT();
  const { t, format } = words;
  const { items } = useSuspenseQuery(queryOf(listHeldRoles, {})).data;
  return (
    <>
      <PageTitle
        tab={t('roles.tab')}
        actions={
          <span className={styles.tools}>
            <Button onClick={() => print()}>{t('common.print')}</Button>
          </span>
        }
      >
        {t('roles.title', { count: format.number(items.length) })}
      </PageTitle>
      <p className={styles.lead}>{t('roles.lead')}</p>
      <div className={styles.table}>
        <DataTable
          label={t('roles.tab')}
          columns={rolesColumns}
          rows={items}
          rowId={rowId}
          rowName={(row) => rowName(row, words)}
          empty={<EmptyState title={t('roles.empty')} />}
        />
      </div>
    </>
  );
}

function rowId({ person, role, from }: HeldRole): string {
  return `${person.id}/${role}/${from}`;
}

function rowName({ person, role, from, to }: HeldRole, { t, format }: Translator): string {
  const until = to === null ? t('roles.now') : format.dateTime(to);
  return `${person.name}, ${t(`role.${role}`)}, ${format.dateTime(from)} – ${until}`;
}
