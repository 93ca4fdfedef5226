/** The identity number found in the applicant's text: it can be compared with what a caller says, but not read here. */
import { useState } from 'react';
import { useT } from '#web/lib/useT.ts';
import styles from './Aside.module.css';
import { CompareBox } from './CompareBox.tsx';
import { CompareButton } from './RowButtons.tsx';

export function IdentifierRow() {
  const { t } = useT();
  const [comparing, setComparing] = useState(false);
  const label = t('request.iin');
  return (
    <div className={styles.row}>
      <dt>{label}</dt>
      <dd className={styles.quiet}>{t('request.iin_in_text')}</dd>
      <dd className={styles.buttons}>
        <CompareButton label={label} open={comparing} onToggle={() => setComparing(!comparing)} />
      </dd>
      {comparing && (
        <dd className={styles.below}>
          <CompareBox field="iin" label={label} onClose={() => setComparing(false)} />
        </dd>
      )}
    </div>
  );
}
