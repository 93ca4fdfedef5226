/** The same as a table, newest first, for whoever reads numbers rather than bars; empty days are left out. */
import { useT } from '#web/lib/useT.ts';
import { bandDays } from './band-name.ts';
import type { DayBandsProps } from './DayBars.tsx';
import styles from './Days.module.css';

export function DayTable({ bands, label, onPick }: DayBandsProps) {
  const words = useT();
  const { t, format } = words;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: it scrolls by itself, so the keyboard must reach it
    <section className={styles.table} aria-label={label} tabIndex={0}>
      <table aria-label={label}>
        <thead>
          <tr>
            <th scope="col">{t('audit.days.column.day')}</th>
            <th scope="col">{t('audit.days.column.count')}</th>
            <th scope="col">{t('audit.days.column.denied')}</th>
          </tr>
        </thead>
        <tbody>
          {bands
            .filter(({ count }) => count > 0)
            .toReversed()
            .map((band) => (
              <tr key={band.to}>
                <th scope="row">
                  <button type="button" aria-pressed={band.picked} onClick={() => onPick(band)}>
                    {bandDays(band, words)}
                  </button>
                </th>
                <td>{format.number(band.count)}</td>
                <td>{format.number(band.denied)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </section>
  );
}
