/** The draft's state ("saved 14:03"). It is not announced, because it changes while the person types. */
import Button from '@mui/material/Button';
import { useIsTextKept } from '#web/lib/useKeptTexts.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Composer.module.css';
import type { Draft } from './useDraft.ts';

export function DraftState({ draft: { state, saver } }: { draft: Draft }) {
  const { t, format } = useT();
  const { textOf } = useProblemText();
  const isKept = useIsTextKept();
  const { status, savedAt, fault, text } = state;
  if (status === 'unread' && fault !== null)
    return (
      <span className={styles.state}>
        {textOf(fault)}{' '}
        <Button variant="text" onClick={() => void saver.load()}>
          {t('common.try_again')}
        </Button>
      </span>
    );
  const words = () => {
    if (status === 'waiting') return t(isKept ? 'request.draft.waiting_kept' : 'request.draft.waiting');
    if (status === 'refused') return textOf(fault);
    if (status === 'saving') return t('request.draft.saving');
    if (status === 'conflict') return t('request.draft.not_saved');
    return savedAt && text !== '' ? t('request.draft.saved', { when: format.time(savedAt) }) : '';
  };
  return <span className={styles.state}>{words()}</span>;
}
