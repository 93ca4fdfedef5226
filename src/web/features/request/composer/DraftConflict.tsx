/**
 * Two texts of one draft: the one typed here stays in the field, the one saved in another tab or on another device is
 * shown beside it, and the person chooses. Neither is dropped before that.
 */
import Button from '@mui/material/Button';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './DraftConflict.module.css';
import { isBlank } from './draft-text.ts';
import type { Draft } from './useDraft.ts';

export function DraftConflict({ draft: { state, saver } }: { draft: Draft }) {
  const { t, format } = useT();
  const { other } = state;
  if (!other) return null;
  const isGone = isBlank(other);
  return (
    <section className={styles.panel} role="alert" aria-label={t('request.draft.conflict')}>
      <p className={styles.title}>
        <Icon name="warning" size={13} />
        {isGone || !other.savedAt
          ? t('request.draft.conflict_gone')
          : t('request.draft.conflict_at', { when: format.time(other.savedAt) })}
      </p>
      {other.subjectLine !== '' && <p className={styles.subject}>{other.subjectLine}</p>}
      {other.text !== '' && (
        // Focusable, so that the keyboard can scroll a long text.
        // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrollable text must be reachable by keyboard
        <div className={styles.text} tabIndex={0}>
          {other.text}
        </div>
      )}
      <div className={styles.buttons}>
        {!isGone && (
          <Button variant="outlined" onClick={() => saver.resolve('both')}>
            {t('request.draft.take_both')}
          </Button>
        )}
        <Button variant="outlined" onClick={() => saver.resolve('mine')}>
          {t('request.draft.take_mine')}
        </Button>
        <Button variant="outlined" onClick={() => saver.resolve('theirs')}>
          {t(isGone ? 'request.draft.drop_mine' : 'request.draft.take_theirs')}
        </Button>
      </div>
    </section>
  );
}
