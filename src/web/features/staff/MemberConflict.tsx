/** Somebody saved this person while the form was open: what is kept now, and the choice between theirs and mine. */
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
