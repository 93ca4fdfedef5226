/** One row of DataTable, opened by Enter or by a click that is neither on a control nor the end of a text selection. */
import { FlexRender, type Row, type RowData } from '@tanstack/react-table';
import type { MouseEvent } from 'react';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './DataTable.module.css';
import type { TableRoles } from './DataTable.tsx';
import type { TableFeatures } from './table-columns.ts';

/** The ticked rows. The page keeps them, so that a refetch does not lose them. */
export type RowSelection = {
  ids: ReadonlySet<string>;
  onToggle: (id: string) => void;
  onToggleAll: (on: boolean) => void;
};

type TableRowProps<Data extends RowData> = {
  row: Row<TableFeatures, Data>;
  name: string;
  stop: boolean;
  current: boolean;
  selection: RowSelection | undefined;
  onFocus: (id: string) => void;
  onOpen?: () => void;
  roles: TableRoles;
};

export function TableRow<Data extends RowData>(props: TableRowProps<Data>) {
  const { row, name, stop, current, selection, onFocus, onOpen, roles } = props;
  const { t } = useT();
  const selected = selection?.ids.has(row.id) ?? false;
  const click = (event: MouseEvent) => {
    const control =
      event.target instanceof Element && event.target.closest('a, button, input, label, select, textarea');
    // Selecting text with the mouse ends in a click as well.
    if (!control && getSelection()?.isCollapsed !== false) onOpen?.();
  };
  return (
    // Enter is handled by the hotkey registry, which ignores keys in fields and lists them in the help.
    <tr
      data-row={row.id}
      tabIndex={stop ? 0 : -1}
      aria-label={name}
      aria-current={current || undefined}
      className={classNames(
        styles.row,
        onOpen && styles.openable,
        current && styles.current,
        selected && styles.selected,
        selection && styles.ticked,
      )}
      onFocus={() => onFocus(row.id)}
      onClick={click}
      {...roles.row}
    >
      {selection && (
        <td className={classNames(styles.cell, styles.free, styles.tick)} {...roles.cell}>
          <label>
            <input
              type="checkbox"
              aria-label={t('table.select_row', { name })}
              checked={selected}
              onChange={() => selection.onToggle(row.id)}
            />
          </label>
        </td>
      )}
      {row.getAllCells().map((cell) => {
        const meta = cell.column.columnDef.meta;
        const shared = {
          className: classNames(styles.cell, meta?.free && styles.free),
          'data-narrow': meta?.narrow,
        };
        return meta?.rowHeader ? (
          <th key={cell.id} scope="row" {...shared} {...roles.header}>
            <FlexRender cell={cell} />
          </th>
        ) : (
          <td key={cell.id} {...shared} {...roles.cell}>
            <FlexRender cell={cell} />
          </td>
        );
      })}
    </tr>
  );
}
