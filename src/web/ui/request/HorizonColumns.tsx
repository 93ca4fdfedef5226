/** The horizon as a bar chart: a full-height button for each day, which filters the queue. */
import { useState } from 'react';
import type { Translator } from '#i18n/translate.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { moveStop } from '../table/column-stop.ts';
import columns from '../table/DayColumns.module.css';
import { Spoken } from '../text/Spoken.tsx';
import styles from './Horizon.module.css';
import { type HorizonColumn, type HorizonView, isSame } from './horizon-columns.ts';
import { horizonName } from './horizon-name.ts';

/** The highest bar; larger counts are told apart by the number above it. */
const TALLEST_PX = 46;

export function HorizonColumns({ parts, selected, onPick }: HorizonView<HorizonColumn>) {
  const translator = useT();
  const { t, format } = translator;
  const [stop, setStop] = useState(() => parts.findIndex(({ kind }) => kind === 'today'));

  return (
    <fieldset
      className={styles.horizon}
      aria-label={t('horizon.label')}
      onKeyDown={(event) => moveStop(event, { stop, count: parts.length, setStop })}
    >
      {parts.map((part, index) => {
        const name = horizonName(part, translator);
        return (
          <button
            key={part.to}
            type="button"
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={isSame(selected, part)}
            className={classNames(
              columns.column,
              styles.column,
              styles[part.tone],
              part.free && styles.free,
              part.kind === 'today' && styles.now,
            )}
            onClick={() => onPick(part)}
            onFocus={() => setStop(index)}
          >
            <Spoken>{name}</Spoken>
            <span aria-hidden="true" className={styles.drawing}>
              {part.count > 0 && (
                <>
                  <span className={styles.number}>{format.number(part.count)}</span>
                  <span
                    className={styles.bar}
                    style={{ height: Math.min(TALLEST_PX, 16 * Math.sqrt(part.count)) }}
                  />
                </>
              )}
              {part.axis && <span className={styles.axis}>{axisLabel(part, translator)}</span>}
              <span className={classNames(columns.tip, styles.tip)}>{name}</span>
            </span>
          </button>
        );
      })}
    </fieldset>
  );
}

function axisLabel(part: HorizonColumn, { t, format }: Translator): string {
  if (part.kind === 'earlier') return t('horizon.earlier');
  return part.kind === 'today' ? t('horizon.today') : format.weekdayDate(part.to);
}
