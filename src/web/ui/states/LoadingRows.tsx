/** Rows of the right height while the first page is on its way. */
import styles from '../table/DataTable.module.css';

type LoadingRowsProps = { columns: number; rows?: number };

const WIDTHS = ['72%', '48%', '60%', '84%', '36%'];

export function LoadingRows({ columns, rows = 9 }: LoadingRowsProps) {
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
