/** The columns of the audit sample: what was promised and what was done. */
import { Link } from 'react-router';
import type { SampleRow } from '#contract/audit-yearly.ts';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table/table-columns.ts';
import styles from './Yearly.module.css';

const column = columnsOf<SampleRow>();

export const sampleColumns = column.columns([
  column.display({
    id: 'number',
    header: 'sample.column.number',
    meta: { width: '150px', rowHeader: true, narrow: 'top' },
    cell: ({ row: { original } }) => (
      <Link to={paths.trail(original.reference)} className={styles.mono}>
        {original.reference}
      </Link>
    ),
  }),
  column.display({
    id: 'type',
    header: 'sample.column.type',
    meta: { free: true, narrow: 'bottom' },
    cell: ({ row }) => <Type row={row.original} />,
  }),
  column.display({
    id: 'received',
    header: 'sample.column.received',
    meta: { width: '112px' },
    cell: ({ row }) => <Day on={row.original.receivedOn} />,
  }),
  column.display({
    id: 'due',
    header: 'sample.column.due',
    meta: { width: '112px' },
    cell: ({ row }) => <Day on={row.original.dueOn} />,
  }),
  column.display({
    id: 'answered',
    header: 'sample.column.answered',
    meta: { width: '128px', narrow: 'top-end' },
    cell: ({ row }) => <Day on={row.original.answeredOn} />,
  }),
  column.display({
    id: 'promise',
    header: 'sample.column.promise',
    meta: { width: '180px', free: true, narrow: 'bottom-end' },
    cell: ({ row }) => <Promised row={row.original} />,
  }),
  column.display({
    id: 'outcome',
    header: 'sample.column.outcome',
    meta: { width: '200px', free: true },
    cell: ({ row }) => <Ended row={row.original} />,
  }),
]);

type Cell = { row: SampleRow };

function Type({ row }: Cell) {
  const { t } = useT();
  return t(`type.${row.type}`);
}

function Day({ on }: { on: string | null }) {
  const { format } = useT();
  return on === null ? (
    '–'
  ) : (
    <time dateTime={on} className={styles.mono}>
      {format.date(on)}
    </time>
  );
}

function Promised({ row }: Cell) {
  const { t } = useT();
  return <span className={styles[row.promise]}>{t(`sample.promise.${row.promise}`)}</span>;
}

function Ended({ row }: Cell) {
  const { t } = useT();
  return t(`outcome.${row.outcome}`);
}
