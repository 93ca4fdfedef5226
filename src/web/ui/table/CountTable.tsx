/** A bar chart as a table of numbers, also for screen readers; a row picks the same day as its bar. */
import { useT } from '#web/lib/useT.ts';
import styles from './CountTable.module.css';

type CountRow = {
  key: string;
  name: string;
  picked: boolean;
  counts: readonly number[];
  onPick: () => void;
};
type CountTableProps = {
  label: string;
  /** The heads: first that of the name, then one for each count. */
  columns: readonly string[];
  rows: readonly CountRow[];
};

export function CountTable({ label, columns, rows }: CountTableProps) {
  const { format } = useT();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it
    <section className={styles.table} aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, name, picked, counts, onPick }) => (
            <tr key={key}>
              <th scope="row">
                <button type="button" aria-pressed={picked} onClick={onPick}>
                  {name}
                </button>
              </th>
              {counts.map((count, at) => (
                <td key={columns[at + 1]}>{format.number(count)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
