/**
 * Another person saved this member while the form was open: shows the stored version and offers to take or overwrite
 * it.
 */
import Button from '@mui/material/Button';
import type { StaffMember } from '#contract/staff.ts';
import { useT } from '#web/lib/useT.ts';
import { rolesWords } from './member-words.ts';
import styles from './Staff.module.css';

type MemberConflictProps = {
  current: StaffMember;
  busy: boolean;
  onTheirs: () => void;
  onMine: () => void;
};

export function MemberConflict({ current, busy, onTheirs, onMine }: MemberConflictProps) {
  const words = useT();
  const { t, format } = words;
  return (
    <section className={styles.conflict} role="alert">
      <p>{t('error.stale_version')}</p>
      <p className={styles.theirs}>
        {t('staff.theirs', {
          name: current.name,
          roles: rolesWords(current, words),
          ends: current.endsOn ? format.date(current.endsOn) : t('common.none'),
        })}
      </p>
      <div className={styles.actions}>
        <Button variant="contained" onClick={onMine} loading={busy}>
          {t('staff.keep_mine')}
        </Button>
        <Button onClick={onTheirs}>{t('staff.take_theirs')}</Button>
      </div>
    </section>
  );
}
