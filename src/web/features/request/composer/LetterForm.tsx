/** A letter to the applicant. What sending will do is said before it is sent; what was typed outlives a conflict. */
import Button from '@mui/material/Button';
import { answerRequest } from '#contract/requests-write.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '#web/ui/fields/TextField.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { ActionButton } from '../ActionButton.tsx';
import { ConflictPanel } from '../ConflictPanel.tsx';
import { useRequest, verdictOf } from '../useRequest.ts';
import { useRequestChange } from '../useRequestChange.ts';
import styles from './Composer.module.css';
import { DraftState } from './DraftState.tsx';
import { LanguageWarning } from './LanguageWarning.tsx';
import { SendEffects } from './SendEffects.tsx';
import { useComposer } from './useComposer.ts';
import type { Draft } from './useDraft.ts';
import { WritingField } from './WritingField.tsx';

type LetterFormProps = { draft: Draft; onOutside: () => void };

export function LetterForm({ draft, onOutside }: LetterFormProps) {
  const { t } = useT();
  const detail = useRequest();
  const notify = useSnackbar();
  const { close } = useComposer();
  const { state, saver } = draft;
  const letter = useRequestChange(answerRequest, () => {
    saver.done();
    close();
    notify({ text: t('done.request.answer') });
  });
  const empty = state.text.trim() === '';
  const send = async () => {
    if (empty || letter.busy || !navigator.onLine) return;
    await saver.settle();
    const { text, subjectLine } = saver.read();
    const subject = subjectLine.trim();
    letter.send(subject === '' ? { text } : { text, subjectLine: subject });
  };
  return (
    <div className={styles.panel}>
      <TextField
        label={t('field.subject_line')}
        optional
        value={state.subjectLine}
        maxLength={200}
        placeholder={t(`request.subject_in.${detail.language}`)}
        readOnly={state.status === 'unread'}
        error={letter.faults.subjectLine}
        onChange={(event) => saver.type({ subjectLine: event.target.value })}
        onBlur={() => void saver.flush()}
      />
      <WritingField
        label={t('request.answer_text')}
        draft={draft}
        max={20_000}
        error={letter.faults.text}
        onSend={() => void send()}
      />
      <LanguageWarning text={state.text} />
      {letter.conflict && <ConflictPanel conflict={letter.conflict} again={t('request.send')} />}
      {letter.error && (
        <p className={styles.fault} role="alert">
          {letter.error}
        </p>
      )}
      <SendEffects />
      <div className={styles.foot}>
        <DraftState draft={draft} />
        <Button variant="text" onClick={onOutside}>
          {t('request.answered_otherwise')}
        </Button>
        <ActionButton
          primary
          verdict={empty ? { ok: false, why: 'empty_text' } : verdictOf(detail, 'request.answer')}
          busy={letter.busy}
          onClick={() => void send()}
        >
          {t('request.send')}
          <span className={styles.key}>
            <Kbd keys="Ctrl+Enter" />
          </span>
        </ActionButton>
      </div>
    </div>
  );
}
