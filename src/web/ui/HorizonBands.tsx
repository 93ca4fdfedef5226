/** The same on a phone: six bands. */
import type { Translator } from '#i18n/translate.ts';
import { classNames } from '../lib/class-names.ts';
import { useT } from '../lib/useT.ts';
import styles from './Horizon.module.css';
import { type HorizonBand, type HorizonView, isSame } from './horizon-columns.ts';

export function HorizonBands({ parts, selected, onPick }: HorizonView<HorizonBand>) {
  const translator = useT();
  return (
    <fieldset className={styles.bands} aria-label={translator.t('horizon.label')}>
      {parts.map((part) => (
        <button
          key={part.first}
          type="button"
          aria-pressed={isSame(selected, part)}
          className={classNames(styles.band, styles[part.tone])}
          onClick={() => onPick(part)}
        >
          <b>{translator.format.number(part.count)}</b>
          <span>{label(part, translator)}</span>
          <span className={classNames(styles.bar, part.count === 0 && styles.none)} />
        </button>
      ))}
    </fieldset>
  );
}

function label({ kind, first, last }: HorizonBand, { t }: Translator): string {
  if (kind === 'late') return t('horizon.band.late');
  return kind === 'today'
    ? t('horizon.today')
    : t('horizon.band.days', { from: String(first), to: String(last) });
}
