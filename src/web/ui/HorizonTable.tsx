/** The same as a table, for whoever reads numbers rather than bars; empty days are left out. */
import { useT } from '../lib/useT.ts';
import styles from './Horizon.module.css';
import { type HorizonColumn, type HorizonView, isSame } from './horizon-columns.ts';
import { horizonName } from './horizon-name.ts';

export function HorizonTable({ parts, selected, onPick }: HorizonView<HorizonColumn>) {
  const translator = useT();
  const { t, format } = translator;
  return (
    <div className={styles.table}>
      <table aria-label={t('horizon.label')}>
        <thead>
          <tr>
            <th scope="col">{t('horizon.column.day')}</th>
            <th scope="col">{t('horizon.column.count')}</th>
          </tr>
        </thead>
        <tbody>
          {parts
            .filter(({ count }) => count > 0)
            .map((part) => (
              <tr key={part.to}>
                <td>
                  <button type="button" aria-pressed={isSame(selected, part)} onClick={() => onPick(part)}>
                    {horizonName(part, translator)}
                  </button>
                </td>
                <td>{format.number(part.count)}</td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
