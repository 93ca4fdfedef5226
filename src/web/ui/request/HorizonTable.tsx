/** The horizon as a table; empty days are left out. */
import { useT } from '#web/lib/useT.ts';
import { CountTable } from '../table/CountTable.tsx';
import { type HorizonColumn, type HorizonView, isSame } from './horizon-columns.ts';
import { horizonName } from './horizon-name.ts';

export function HorizonTable({ parts, selected, onPick }: HorizonView<HorizonColumn>) {
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
