/** How a feature writes its columns: `const column = columnsOf<Row>()` and data at module scope. */
import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table';

export type ColumnMeta = {
  /** CSS width of the column; one column at least goes without and takes the rest. */
  width?: string;
  /** The row's header cell (`<th scope=row>`): its number or name. */
  rowHeader?: boolean;
  /** Sort key of the URL; the head becomes a button. */
  sort?: string;
  /** Where the cell stands in the two-line row of a phone; absent = not shown there. */
  narrow?: 'top' | 'top-wide' | 'top-end' | 'bottom' | 'bottom-end';
  /** Lets the cell run out of the ellipsis rule (controls, wrapped text). */
  free?: boolean;
};

export const TABLE_FEATURES = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });
export type TableFeatures = typeof TABLE_FEATURES;

/** `header` is a message id; `cell` may be a component and use hooks. */
export function columnsOf<Row extends object>() {
  return createColumnHelper<TableFeatures, Row>();
}
