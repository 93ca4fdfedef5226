/** The helper with which features declare columns: `const column = columnsOf<Row>()`, then data at module scope. */
import { createColumnHelper, metaHelper, tableFeatures } from '@tanstack/react-table';

export type ColumnMeta = {
  /** CSS width; at least one column has none and takes the remaining width. */
  width?: string;
  /** The row's header cell (`<th scope=row>`): its number or name. */
  rowHeader?: boolean;
  /** The sort key in the URL; makes the head a button. */
  sort?: string;
  /**
   * The place of the cell in the row of a phone; not shown there if absent. Cells with `line` have a line each, in the
   * order of the columns; the others share two lines.
   */
  narrow?: 'line' | 'top' | 'top-end' | 'bottom' | 'bottom-end';
  /** Exempts the cell from the ellipsis rule, for controls and wrapped text. */
  free?: boolean;
};

export const TABLE_FEATURES = tableFeatures({ columnMeta: metaHelper<ColumnMeta>() });
export type TableFeatures = typeof TABLE_FEATURES;

/** `header` is a message id; `cell` may be a component and use hooks. */
export function columnsOf<Row extends object>() {
  return createColumnHelper<TableFeatures, Row>();
}
