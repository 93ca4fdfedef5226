/** The days as a table, newest first; empty ones are left out. */
import { useT } from '#web/lib/useT.ts';
import { CountTable } from '#web/ui/table/CountTable.tsx';
import { bandDays } from './band-name.ts';
import type { DayBandsProps } from './DayBars.tsx';

export function DayTable({ bands, label, onPick }: DayBandsProps) {
  const words = useT();
  const { t } = words;
  const rows = bands
    .filter(({ count }) => count > 0)
    .toReversed()
    .map((band) => ({
      key: band.to,
      name: bandDays(band, words),
      picked: band.picked,
      counts: [band.count, band.denied],
      onPick: () => onPick(band),
    }));
  const columns = [t('audit.days.column.day'), t('audit.days.column.count'), t('audit.days.column.denied')];
  return <CountTable label={label} columns={columns} rows={rows} />;
}
