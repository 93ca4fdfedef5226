/** The columns of the history of roles; "not in the log" marks a role whose grant the log does not contain. */
import type { HeldRole } from '#contract/audit-yearly.ts';
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table/table-columns.ts';
import styles from './Yearly.module.css';

const column = columnsOf<HeldRole>();

export const rolesColumns = column.columns([
  column.display({
    id: 'person',
    header: 'roles.column.person',
    meta: { rowHeader: true, narrow: 'top' },
    cell: ({ row }) => row.original.person.name,
  }),
  column.display({
    id: 'role',
    header: 'roles.column.role',
    meta: { width: '210px', narrow: 'bottom' },
    cell: ({ row }) => <RoleName row={row.original} />,
  }),
  column.display({
    id: 'from',
    header: 'roles.column.from',
    meta: { width: '148px', narrow: 'top-end' },
    cell: ({ row }) => <Moment at={row.original.from} />,
  }),
  column.display({
    id: 'to',
    header: 'roles.column.to',
    meta: { width: '148px', narrow: 'bottom-end' },
    cell: ({ row }) => <Until row={row.original} />,
  }),
  column.display({
    id: 'granted',
    header: 'roles.column.granted',
    meta: { width: '18%' },
    cell: ({ row }) => <Granted row={row.original} />,
  }),
  column.display({
    id: 'ended',
    header: 'roles.column.ended',
    meta: { width: '18%' },
    cell: ({ row }) => row.original.endedBy?.name ?? '–',
  }),
]);

type Cell = { row: HeldRole };

function RoleName({ row }: Cell) {
  const { t } = useT();
  return t(`role.${row.role}`);
}

function Moment({ at }: { at: string }) {
  const { format } = useT();
  return (
    <time dateTime={at} className={styles.mono}>
      {format.dateTime(at)}
    </time>
  );
}

function Until({ row }: Cell) {
  const { t } = useT();
  return row.to === null ? <span className={styles.met}>{t('roles.now')}</span> : <Moment at={row.to} />;
}

function Granted({ row }: Cell) {
  const { t } = useT();
  if (row.inLog) return row.grantedBy?.name ?? '–';
  return <span className={styles.void}>{t('roles.not_in_log')}</span>;
}
