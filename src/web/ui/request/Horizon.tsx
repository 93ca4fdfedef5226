/**
 * A chart of late requests and those due in the next thirty days, one column a day. A column filters the list; there is
 * a table view.
 */
import { useState } from 'react';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useNarrow } from '#web/lib/useNarrow.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { CountTable } from '../table/CountTable.tsx';
import styles from './Horizon.module.css';
import { HorizonBands } from './HorizonBands.tsx';
import { HorizonColumns } from './HorizonColumns.tsx';
import {
  type HorizonColumn,
  type HorizonDay,
  type HorizonRange,
  type HorizonView,
  horizonBands,
  horizonColumns,
  isSame,
} from './horizon-columns.ts';
import { horizonName } from './horizon-name.ts';

type HorizonProps = {
  /** Counts by due date; days without requests may be left out. */
  days: readonly HorizonDay[];
  /** Requests more than five days late. */
  earlier: number;
  selected: HorizonRange | null;
  /** Called with null when the selected column is picked again, which removes the filter. */
  onSelect: (range: HorizonRange | null) => void;
  calendar: WorkingCalendar;
};

export function Horizon({ days, earlier, selected, onSelect, calendar }: HorizonProps) {
  const { t } = useT();
  const today = useToday();
  const narrow = useNarrow();
  const [asTable, setAsTable] = useState(false);
  const columns = horizonColumns(days, earlier, today, calendar);
  const onPick = ({ from, to }: HorizonRange) =>
    onSelect(isSame(selected, { from, to }) ? null : { from, to });
  const view = { selected, onPick };
  return (
    <div className={styles.wrap}>
      {asTable ? (
        <HorizonTable parts={columns} {...view} />
      ) : narrow ? (
        <HorizonBands parts={horizonBands(columns, today)} {...view} />
      ) : (
        <HorizonColumns parts={columns} {...view} />
      )}
      <button
        type="button"
        className={classNames(styles.twin, asTable && styles.below)}
        onClick={() => setAsTable(!asTable)}
      >
        {t(asTable ? 'horizon.as_picture' : 'horizon.as_table')}
      </button>
    </div>
  );
}

/** Days without requests are left out. */
function HorizonTable({ parts, selected, onPick }: HorizonView<HorizonColumn>) {
  const words = useT();
  const { t } = words;
  const rows = parts
    .filter(({ count }) => count > 0)
    .map((part) => ({
      key: part.to,
      name: horizonName(part, words),
      picked: isSame(selected, part),
      counts: [part.count],
      onPick: () => onPick(part),
    }));
  return (
    <CountTable
      label={t('horizon.label')}
      columns={[t('horizon.column.day'), t('horizon.column.count')]}
      rows={rows}
    />
  );
}
