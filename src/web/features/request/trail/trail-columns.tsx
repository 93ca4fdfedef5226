/** The columns of the trail. */
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table-columns.ts';
import styles from './Trail.module.css';
import { type TrailRow, trailFields, trailOutcome, trailWho } from './trail-words.ts';

const column = columnsOf<TrailRow>();

export const trailColumns = column.columns([
  column.display({
    id: 'at',
    header: 'request.trail_at',
    meta: { width: '176px', rowHeader: true, narrow: 'top-end' },
    cell: ({ row }) => <At row={row.original} />,
  }),
  column.display({
    id: 'who',
    header: 'request.trail_who',
    meta: { width: '26%', narrow: 'top' },
    cell: ({ row }) => <Who row={row.original} />,
  }),
  column.display({
    id: 'what',
    header: 'request.trail_what',
    meta: { free: true, narrow: 'bottom' },
    cell: ({ row }) => <What row={row.original} />,
  }),
  column.display({
    id: 'purpose',
    header: 'request.purpose',
    meta: { width: '22%', narrow: 'bottom-end' },
    cell: ({ row }) => <For row={row.original} />,
  }),
]);

type Cell = { row: TrailRow };

function At({ row }: Cell) {
  const { format } = useT();
  return (
    <time dateTime={row.at} className={styles.at}>
      {format.exact(row.at)}
    </time>
  );
}

function Who({ row }: Cell) {
  const { name, roles } = trailWho(row, useT());
  return (
    <>
      {name}
      {roles && <small className={styles.small}>{roles}</small>}
    </>
  );
}

function What({ row }: Cell) {
  const translator = useT();
  const outcome = trailOutcome(row, translator);
  const fields = trailFields(row, translator);
  return (
    <>
      {translator.t(`event.${row.event}`)}
      {outcome && <span className={styles.refused}>{outcome}</span>}
      {fields && <small className={styles.fields}>{fields}</small>}
    </>
  );
}

function For({ row }: Cell) {
  const { t } = useT();
  return row.purpose && t(`purpose.${row.purpose}`);
}
