/** Whether the draft is saved: "saved 14:03". It is not announced, because it changes while one types. */
import Button from '@mui/material/Button';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './Composer.module.css';
import type { Draft } from './useDraft.ts';

export function DraftState({ draft: { state, saver } }: { draft: Draft }) {
  const { t, format } = useT();
  const { textOf } = useProblemText();
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
    if (status === 'waiting') return t('request.draft.waiting');
    if (status === 'refused') return textOf(fault);
    if (status === 'saving') return t('request.draft.saving');
    return savedAt && text !== '' ? t('request.draft.saved', { when: format.time(savedAt) }) : '';
  };
  return <span className={styles.state}>{words()}</span>;
}
