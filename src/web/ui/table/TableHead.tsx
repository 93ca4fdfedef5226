/** The column heads: a name, or a button where the list can be sorted by the column. */
import type { ReactTable, RowData } from '@tanstack/react-table';
import { useEffect, useRef } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '../text/Icon.tsx';
import styles from './DataTable.module.css';
import type { RowSelection } from './TableRow.tsx';
import type { ColumnMeta, TableFeatures } from './table-columns.ts';

type TableHeadProps<Row extends RowData> = {
  table: Pick<ReactTable<TableFeatures, Row, never>, 'getHeaderGroups'>;
  sort: { by: string; onSort: (by: string) => void } | undefined;
  selection: RowSelection | undefined;
  ids: readonly string[];
};

export function TableHead<Row extends RowData>({ table, sort, selection, ids }: TableHeadProps<Row>) {
  const headers = table.getHeaderGroups().flatMap((group) => group.headers);
  return (
    <>
      <colgroup>
        {selection && <col className={styles.tick} />}
        {headers.map(({ id, column }) => (
          <col key={id} style={{ width: column.columnDef.meta?.width }} />
        ))}
      </colgroup>
      <thead>
        <tr>
          {selection && (
            <th scope="col" className={classNames(styles.head, styles.tick)}>
              <SelectAll selection={selection} ids={ids} />
            </th>
          )}
          {headers.map(({ id, column }) => (
            <Head
              key={id}
              label={String(column.columnDef.header ?? '')}
              meta={column.columnDef.meta}
              sort={sort}
            />
          ))}
        </tr>
      </thead>
    </>
  );
}

type HeadProps = Pick<TableHeadProps<never>, 'sort'> & { label: string; meta: ColumnMeta | undefined };

function Head({ label, meta, sort }: HeadProps) {
  const { t, label: labelOf } = useT();
  const text = labelOf(label);
  const by = meta?.sort;
  if (!by || !sort)
    return (
      <th scope="col" className={styles.head}>
        {text}
      </th>
    );
  const on = sort.by === by;
  return (
    <th scope="col" className={styles.head} aria-sort={on ? 'ascending' : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => sort.onSort(by)}
        aria-label={t('table.sort_by', { column: text })}
      >
        {text}
        {on && <Icon name="up" size={11} />}
      </button>
    </th>
  );
}

function SelectAll({ selection, ids }: { selection: RowSelection; ids: readonly string[] }) {
  const { t } = useT();
  const box = useRef<HTMLInputElement>(null);
  const chosen = ids.filter((id) => selection.ids.has(id)).length;
  // `indeterminate` is a property of the element only; HTML has no attribute for it.
  useEffect(() => {
    if (box.current) box.current.indeterminate = chosen > 0 && chosen < ids.length;
  });
  return (
    <label>
      <input
        ref={box}
        type="checkbox"
        aria-label={t('table.select_all')}
        checked={ids.length > 0 && chosen === ids.length}
        onChange={(event) => selection.onToggleAll(event.target.checked)}
      />
    </label>
  );
}
