/** Another person saved this part while the form was open: lists their changes and offers to keep either version. */
import Button from '@mui/material/Button';
import { useT } from '#web/lib/useT.ts';
import styles from './Settings.module.css';

type ConflictNoticeProps = {
  changed: readonly { label: string; value: string }[];
  busy: boolean;
  onMine: () => void;
  onTheirs: () => void;
};

export function ConflictNotice({ changed, busy, onMine, onTheirs }: ConflictNoticeProps) {
  const { t } = useT();
  return (
    <section className={styles.conflict} role="alert">
      <p>{t('error.stale_version')}</p>
      <ul className={styles.theirs}>
        {changed.map(({ label, value }) => (
          <li key={label}>
            {label}: {value || t('common.none')}
          </li>
        ))}
      </ul>
      <div className={styles.buttons}>
        <Button variant="contained" loading={busy} onClick={onMine}>
          {t('settings.keep_mine')}
        </Button>
        <Button onClick={onTheirs}>{t('settings.take_theirs')}</Button>
      </div>
    </section>
  );
}
