/** The columns of a trail; a person's trail has one more, the request's number. */
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table/table-columns.ts';
import styles from './TrailColumns.module.css';
import { type PersonTrailRow, type TrailRow, trailFields, trailOutcome, trailWho } from './trail-words.ts';

const column = columnsOf<TrailRow>();
const personColumn = columnsOf<PersonTrailRow>();

const at = {
  id: 'at',
  header: 'request.trail_at',
  meta: { width: '176px', rowHeader: true, narrow: 'top-end' },
  cell: ({ row }: Row) => <At row={row.original} />,
} as const;
const who = {
  id: 'who',
  header: 'request.trail_who',
  meta: { width: '26%', narrow: 'top' },
  cell: ({ row }: Row) => <Who row={row.original} />,
} as const;
const what = {
  id: 'what',
  header: 'request.trail_what',
  meta: { free: true, narrow: 'bottom' },
  cell: ({ row }: Row) => <What row={row.original} />,
} as const;
const purpose = {
  id: 'purpose',
  header: 'request.purpose',
  meta: { width: '22%', narrow: 'bottom-end' },
  cell: ({ row }: Row) => <For row={row.original} />,
} as const;

export const trailColumns = column.columns([
  column.display(at),
  column.display(who),
  column.display(what),
  column.display(purpose),
]);

export const personTrailColumns = personColumn.columns([
  personColumn.display(at),
  personColumn.display({
    id: 'request',
    header: 'request.trail_request',
    meta: { width: '150px', narrow: 'bottom-end' },
    cell: ({ row }) => (
      <Link to={paths.trail(row.original.reference)} className={styles.at}>
        {row.original.reference}
      </Link>
    ),
  }),
  personColumn.display(who),
  personColumn.display(what),
  personColumn.display({ ...purpose, meta: { width: '18%' } }),
]);

type Row = { row: { original: TrailRow } };
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
