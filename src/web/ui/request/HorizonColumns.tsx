/** The picture: full-height buttons, one stop for Tab, arrows between them, Enter filters. */
import { type KeyboardEvent, useState } from 'react';
import type { Translator } from '#i18n/translate.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Spoken } from '../text/Spoken.tsx';
import styles from './Horizon.module.css';
import { type HorizonColumn, type HorizonView, isSame } from './horizon-columns.ts';
import { horizonName } from './horizon-name.ts';

/** Above this height a bar says no more; the number above it does. */
const TALLEST_PX = 46;

export function HorizonColumns({ parts, selected, onPick }: HorizonView<HorizonColumn>) {
  const translator = useT();
  const { t, format } = translator;
  const [stop, setStop] = useState(() => parts.findIndex(({ kind }) => kind === 'today'));

  const move = (event: KeyboardEvent<HTMLFieldSetElement>) => {
    const next = destination(event.code, stop, parts.length);
    if (next === null) return;
    event.preventDefault();
    setStop(next);
    event.currentTarget.querySelectorAll('button')[next]?.focus();
  };

  return (
    <fieldset className={styles.horizon} aria-label={t('horizon.label')} onKeyDown={move}>
      {parts.map((part, index) => {
        const name = horizonName(part, translator);
        return (
          <button
            key={part.to}
            type="button"
            tabIndex={index === stop ? 0 : -1}
            aria-pressed={isSame(selected, part)}
            className={classNames(
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
              <span className={styles.tip}>{name}</span>
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

function destination(code: string, from: number, count: number): number | null {
  if (code === 'ArrowRight') return Math.min(from + 1, count - 1);
  if (code === 'ArrowLeft') return Math.max(from - 1, 0);
  if (code === 'Home') return 0;
  return code === 'End' ? count - 1 : null;
}
