/** The columns of the log's table, and how they narrow beside an open event or in a small window. */
import type { AuditRow } from '#contract/audit.ts';
import { yearOf } from '#domain/time/calendar.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useToday } from '#web/lib/useNow.ts';
import type { Room } from '#web/lib/useRoom.ts';
import { useT } from '#web/lib/useT.ts';
import { columnsOf } from '#web/ui/table/table-columns.ts';
import styles from './AuditTable.module.css';
import { actorName, actorRoles, whatWords } from './event-words.ts';

const column = columnsOf<AuditRow>();

const WHEN = column.display({
  id: 'when',
  header: 'audit.column.when',
  cell: ({ row }) => <When at={row.original.at} />,
  meta: { width: '156px', narrow: 'bottom-end' },
});
const WHO = column.display({
  id: 'who',
  header: 'audit.column.who',
  cell: ({ row }) => <Who row={row.original} />,
  meta: { width: '24%', narrow: 'bottom' },
});
const WHAT = column.display({
  id: 'what',
  header: 'audit.column.what',
  cell: ({ row }) => <What row={row.original} />,
  meta: { rowHeader: true, narrow: 'top' },
});
const PURPOSE = column.display({
  id: 'purpose',
  header: 'audit.column.purpose',
  cell: ({ row }) => <Purpose row={row.original} />,
  meta: { width: '19%' },
});
const OUTCOME = column.display({
  id: 'outcome',
  header: 'audit.column.outcome',
  cell: ({ row }) => <Outcome row={row.original} />,
  meta: { width: '116px' },
});

const WHOLE = [WHEN, WHO, WHAT, PURPOSE, OUTCOME];
/** Beside an open event the purpose has no column, so that the action is not cut off; the panel shows the purpose. */
const BESIDE_PANEL = [
  { ...WHEN, meta: { ...WHEN.meta, width: '132px' } },
  { ...WHO, meta: { ...WHO.meta, width: '21%' } },
  WHAT,
  OUTCOME,
];

/** A small window drops the purpose too. */
export function auditColumns(panelOpen: boolean, room: Room) {
  return panelOpen || room === 'small' ? BESIDE_PANEL : WHOLE;
}

/** The time to the second; the current year is left out. */
function When({ at }: { at: string }) {
  const { format } = useT();
  const thisYear = yearOf(useToday());
  const exact = format.exact(at);
  const short = yearOf(format.dayOf(at)) === thisYear ? exact.replace(`.${thisYear}`, '') : exact;
  return (
    <time className={styles.when} dateTime={at} title={exact}>
      {short}
    </time>
  );
}

function Who({ row }: { row: AuditRow }) {
  const words = useT();
  const capacity = actorRoles(row, words);
  const name = actorName(row, words);
  return (
    <span title={capacity === '' ? name : `${name}, ${capacity}`}>
      {name}
      {capacity !== '' && <span className={styles.capacity}> · {capacity}</span>}
    </span>
  );
}

/**
 * Splits off the reference, so that CSS cuts the words before it, and beside an open event its series, but not its
 * number.
 */
const REFERENCE = /( · )(NP-\d{4}-)(\d+)$/;

function What({ row }: { row: AuditRow }) {
  const what = whatWords(row, useT());
  const [whole = '', dot, series, number] = REFERENCE.exec(what) ?? [];
  return (
    <span className={styles.what} title={what}>
      <span className={styles.words}>{what.slice(0, what.length - whole.length)}</span>
      {whole !== '' && (
        <span className={styles.reference}>
          {dot}
          <span className={styles.series}>{series}</span>
          {number}
        </span>
      )}
      {row.outcome !== 'success' && (
        <span className={styles.onPhone}>
          {' '}
          <Outcome row={row} />
        </span>
      )}
    </span>
  );
}

function Purpose({ row }: { row: AuditRow }) {
  const { t } = useT();
  return row.purpose === null ? null : <span>{t(`purpose.${row.purpose}`)}</span>;
}

export function Outcome({ row: { outcome } }: { row: Pick<AuditRow, 'outcome'> }) {
  const { t } = useT();
  return (
    <span className={classNames(outcome !== 'success' && styles.denied)}>
      {t(`audit.outcome.${outcome}`)}
    </span>
  );
}
