/** The identity number that stands in the text: to be compared with what a caller says, not to be read here. */
import { useState } from 'react';
import { useT } from '#web/lib/useT.ts';
import { useWhyNot } from '../ActionButton.tsx';
import styles from './Aside.module.css';
import { CompareBox } from './CompareBox.tsx';
import { RowButton } from './RowButton.tsx';

export function IdentifierRow() {
  const { t } = useT();
  const [comparing, setComparing] = useState(false);
  const offline = useWhyNot({ ok: true, why: null });
  const label = t('request.iin');
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.quiet}>{t('request.iin_in_text')}</dd>
      <dd className={styles.buttons}>
        <RowButton
          name={t('request.compare_name', { field: label })}
          expanded={comparing}
          why={offline}
          onClick={() => setComparing(!comparing)}
        >
          {t('action.request.compare')}
        </RowButton>
      </dd>
      {comparing && (
        <dd className={styles.below}>
          <CompareBox field="iin" label={label} onClose={() => setComparing(false)} />
        </dd>
      )}
    </div>
  );
}
