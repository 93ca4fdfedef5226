/**
 * The days as bars, each a full-height button; arrow keys move between them. Refusals are striped as well as red,
 * because colour alone must not carry meaning (WCAG 1.4.1).
 */
import { useId, useState } from 'react';
import type { Translator } from '#i18n/translate.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { moveStop } from '#web/ui/table/column-stop.ts';
import columns from '#web/ui/table/DayColumns.module.css';
import { Spoken } from '#web/ui/text/Spoken.tsx';
import { bandName } from './band-name.ts';
import styles from './Days.module.css';
import { barHeights, type DayBand } from './day-bands.ts';

export type DayBandsProps = {
  bands: readonly DayBand[];
  label: string;
  onPick: (band: DayBand) => void;
};

export function DayBars({ bands, label, onPick }: DayBandsProps) {
  const words = useT();
  const today = useToday();
  const stripes = useId();
  const picked = bands.findIndex((band) => band.picked);
  const [wanted, setWanted] = useState<number | null>(null);
  const stop = Math.min(wanted ?? (picked >= 0 ? picked : bands.length - 1), bands.length - 1);
  const most = Math.max(...bands.map(({ count }) => count));

  return (
    <fieldset
      className={styles.bars}
      style={{ gridTemplateColumns: `repeat(${bands.length}, minmax(0, 1fr))` }}
      aria-label={label}
      onKeyDown={(event) => moveStop(event, { stop, count: bands.length, setStop: setWanted })}
    >
      <Stripes id={stripes} />
      {bands.map((band, index) => {
        const name = bandName(band, words);
        return (
          <button
            key={band.to}
            type="button"
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={band.picked}
            className={classNames(
              columns.column,
              styles.band,
              band.free && styles.free,
              !band.listed && styles.outside,
            )}
            onClick={() => onPick(band)}
            onFocus={() => setWanted(index)}
          >
            <Spoken>{name}</Spoken>
            <span aria-hidden="true" className={styles.drawing}>
              <span className={styles.plot}>
                {band.count > 0 && (band.count === most || band.picked) && (
                  <span className={styles.number}>{words.format.number(band.count)}</span>
                )}
                <Bar band={band} most={most} stripes={stripes} />
              </span>
              {band.axis && (
                <span className={classNames(styles.axis, styles[band.axis])}>
                  {axisLabel(band, today, words)}
                </span>
              )}
              <span
                className={classNames(
                  columns.tip,
                  styles.tip,
                  index * 2 < bands.length ? styles.tipLeft : styles.tipRight,
                )}
              >
                {name}
              </span>
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}

function Bar({ band, most, stripes }: { band: DayBand; most: number; stripes: string }) {
  const { all, denied } = barHeights(band, most);
  if (all === 0) return null;
  const red = (denied / all) * 100;
  return (
    <svg className={styles.bar} width="100%" height={`${all}%`} aria-hidden="true">
      <rect className={styles.fill} width="100%" height="100%" rx="1.5" />
      {denied > 0 && <rect width="100%" y={`${100 - red}%`} height={`${red}%`} fill={`url(#${stripes})`} />}
    </svg>
  );
}

/** Defines the stripe pattern once; every bar refers to it by id. */
function Stripes({ id }: { id: string }) {
  return (
    <svg className={styles.defs} width="0" height="0" aria-hidden="true">
      <defs>
        <pattern id={id} width="5" height="5" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
          <rect className={styles.stripeGround} width="5" height="5" />
          <rect className={styles.stripe} width="3" height="5" />
        </pattern>
      </defs>
    </svg>
  );
}

function axisLabel({ from, to, axis }: DayBand, today: string, { t, format }: Translator): string {
  if (to === today && axis === 'end') return t('horizon.today');
  return axis === 'end'
    ? format.dayMonth(to)
    : from === to
      ? format.weekdayDate(from)
      : format.dayMonth(from);
}
