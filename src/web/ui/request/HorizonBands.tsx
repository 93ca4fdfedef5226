/** The horizon on a phone: six bands of days instead of a column for each. */
import type { Translator } from '#i18n/translate.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Spoken } from '../text/Spoken.tsx';
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
          <Spoken>{name(part, translator)}</Spoken>
          <b aria-hidden="true">{translator.format.number(part.count)}</b>
          <span aria-hidden="true">{label(part, translator)}</span>
          <span className={classNames(styles.bar, part.count === 0 && styles.none)} />
        </button>
      ))}
    </fieldset>
  );
}

/** The visible label, short enough for a sixth of a phone's width. */
function label({ kind, first, last }: HorizonBand, { t }: Translator): string {
  if (kind === 'late') return t('horizon.band.late');
  return kind === 'today' ? t('horizon.today') : `${first}–${last}`;
}

/** The accessible name: "4–10 days: 7 requests". */
function name(part: HorizonBand, translator: Translator): string {
  const { t } = translator;
  const days = { from: String(part.first), to: String(part.last) };
  const when = part.kind === 'days' ? t('horizon.band.days', days) : label(part, translator);
  const count = part.count === 0 ? t('horizon.none') : t('horizon.count', { n: part.count });
  return t('horizon.day', { when, count });
}
