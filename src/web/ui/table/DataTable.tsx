/**
 * A native table whose rows can be walked with the keyboard. It is not an ARIA grid, because cells are read and not
 * edited, and Tab reaches the controls inside. A refetch keeps the rows and the focus and shows a thin bar.
 */
import { type RowData, type TableOptions, useTable } from '@tanstack/react-table';
import { type KeyboardEvent, type ReactNode, useEffect, useState } from 'react';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useNarrow } from '#web/lib/useNarrow.ts';
import { useT } from '#web/lib/useT.ts';
import { Spoken } from '../text/Spoken.tsx';
import styles from './DataTable.module.css';
import { useRowFocus } from './row-focus.ts';
import { TableHead } from './TableHead.tsx';
import { type RowSelection, TableRow } from './TableRow.tsx';
import { TABLE_FEATURES, type TableFeatures } from './table-columns.ts';

type DataTableProps<Row extends RowData> = {
  /** What the table lists, for its accessible name. */
  label: string;
  /** From `columnsOf<Row>()`, at module scope, because TanStack Table needs a stable reference. */
  columns: TableOptions<TableFeatures, Row>['columns'];
  rows: readonly Row[];
  rowId: (row: Row) => string;
  /** The accessible name of a row: number, type, due date, assignee. */
  rowName: (row: Row) => string;
  onOpen?: (row: Row) => void;
  /** The row whose panel or page is open. */
  currentId?: string | null;
  status?: 'loading' | 'ready' | 'refreshing';
  /** Shown instead of rows when there are none. */
  empty?: ReactNode;
  /** A row below the head: "New: 3 · Show". */
  strip?: ReactNode;
  sort?: { by: string; onSort: (by: string) => void };
  selection?: RowSelection;
  /** J, K, Enter, O, X for this table; off where two tables share a page. */
  keys?: boolean;
};

export function DataTable<Row extends RowData>(props: DataTableProps<Row>) {
  const { label, columns, rows, rowId, rowName, onOpen, status = 'ready', selection, keys = true } = props;
  const { t } = useT();
  const narrow = useNarrow();
  const table = useTable({ features: TABLE_FEATURES, columns, data: rows, getRowId: rowId });
  const ids = rows.map(rowId);
  const focus = useRowFocus(ids);

  const open = (id: string) => {
    const row = rows.find((each) => rowId(each) === id);
    if (row !== undefined) onOpen?.(row);
  };
  useHotkeys([...focus.keys(open), ...selectKeys(focus, selection)], keys && rows.length > 0);

  const arrows = (event: KeyboardEvent) => {
    if (event.code !== 'ArrowDown' && event.code !== 'ArrowUp') return;
    // In a text field the arrows move the caret.
    if (event.target instanceof HTMLInputElement && event.target.type !== 'checkbox') return;
    event.preventDefault();
    focus.move(event.code === 'ArrowDown' ? 1 : -1);
  };

  // On a phone the layout is `display: grid`, which removes the native table roles, so they are set explicitly.
  const roles = narrow ? ROLES : NO_ROLES;
  const width = columns.length + (selection ? 1 : 0);
  if (status === 'ready' && rows.length === 0 && props.empty) return <>{props.empty}</>;
  return (
    <div className={styles.frame}>
      {status === 'refreshing' && <div className={styles.busy} />}
      <table className={styles.table} aria-label={label} aria-busy={status !== 'ready'} {...roles.table}>
        <TableHead table={table} sort={props.sort} selection={selection} ids={ids} />
        <tbody ref={focus.body} onKeyDown={arrows} {...roles.group}>
          {props.strip && (
            <tr className={styles.strip} {...roles.row}>
              <td colSpan={width} className={styles.stripCell} {...roles.cell}>
                {props.strip}
              </td>
            </tr>
          )}
          {status === 'loading' && <LoadingRows columns={width} />}
          {status !== 'loading' &&
            table
              .getRowModel()
              .rows.map((row) => (
                <TableRow
                  key={row.id}
                  row={row}
                  name={rowName(row.original)}
                  stop={row.id === focus.stop}
                  current={row.id === props.currentId}
                  selection={selection}
                  onFocus={focus.setStop}
                  roles={roles}
                  {...(onOpen ? { onOpen: () => onOpen(row.original) } : {})}
                />
              ))}
        </tbody>
      </table>
      {status === 'loading' && <Spoken>{t('state.loading')}</Spoken>}
    </div>
  );
}

export type TableRoles = Readonly<Record<'table' | 'group' | 'row' | 'cell' | 'header', { role?: string }>>;

const ROLES: TableRoles = {
  table: { role: 'table' },
  group: { role: 'rowgroup' },
  row: { role: 'row' },
  cell: { role: 'cell' },
  header: { role: 'rowheader' },
};
const NO_ROLES: TableRoles = { table: {}, group: {}, row: {}, cell: {}, header: {} };

function selectKeys(focus: ReturnType<typeof useRowFocus>, selection: RowSelection | undefined) {
  if (!selection) return [];
  const toggle = (id: string | null) => id !== null && selection.onToggle(id);
  return [
    { keys: 'KeyX', label: 'keys.row_select', group: 'list', run: () => toggle(focus.stop) },
    { keys: 'Shift+KeyJ', label: 'keys.row_select', group: 'list', run: () => toggle(focus.move(1)) },
    { keys: 'Shift+KeyK', label: 'keys.row_select', group: 'list', run: () => toggle(focus.move(-1)) },
  ] as const;
}

type LoadingRowsProps = { columns: number; rows?: number };

const BLINK_MS = 200;
const WIDTHS = ['72%', '48%', '60%', '84%', '36%'];

/**
 * Grey rows of the right height while the first page loads; none in the first BLINK_MS, so that fast answers do not
 * flash.
 */
function LoadingRows({ columns, rows = 9 }: LoadingRowsProps) {
  const [late, setLate] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setLate(true), BLINK_MS);
    return () => clearTimeout(timer);
  }, []);
  if (!late) return null;
  return Array.from({ length: rows }, (_, row) => (
    <tr key={`loading-${row.toString()}`}>
      {Array.from({ length: columns }, (_cell, column) => (
        <td key={`cell-${column.toString()}`} className={styles.cell}>
          <span className={styles.skeleton} style={{ width: WIDTHS[(row + column) % WIDTHS.length] }} />
        </td>
      ))}
    </tr>
  ));
}
