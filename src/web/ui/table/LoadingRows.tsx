/** Grey rows of the right height while the first page is on its way; an answer within a blink shows none. */
import { useEffect, useState } from 'react';
import styles from './DataTable.module.css';

type LoadingRowsProps = { columns: number; rows?: number };

const BLINK_MS = 200;
const WIDTHS = ['72%', '48%', '60%', '84%', '36%'];

export function LoadingRows({ columns, rows = 9 }: LoadingRowsProps) {
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
