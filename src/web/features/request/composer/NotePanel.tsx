/** A note of the desk: dashed, tinted, and labelled as what nobody outside will see. */

import { classNames } from '#web/lib/class-names.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { ActionButton } from '../ActionButton.tsx';
import { useRequest, verdictOf } from '../useRequest.ts';
import styles from './Composer.module.css';
import { DraftState } from './DraftState.tsx';
import { useComposer } from './useComposer.ts';
import type { Draft } from './useDraft.ts';
import { useNote } from './useNote.ts';
import { WritingField } from './WritingField.tsx';

export function NotePanel({ draft }: { draft: Draft }) {
  const { t } = useT();
  const detail = useRequest();
  const notify = useSnackbar();
  const { close } = useComposer();
  const { state, saver } = draft;
  const note = useNote(() => {
    saver.done();
    close();
    notify({ text: t('done.request.note') });
  });
  const empty = state.text.trim() === '';
  const send = async () => {
    if (empty || note.busy || !navigator.onLine) return;
    await saver.settle();
    note.send(saver.read().text);
  };
  return (
    <div className={classNames(styles.panel, styles.panelNote)}>
      <WritingField
        label={t('request.note_label')}
        draft={draft}
        max={4_000}
        error={note.fault ?? undefined}
        onSend={() => void send()}
      />
      <div className={styles.foot}>
        <DraftState draft={draft} />
        <ActionButton
          primary={!detail.move.mine}
          verdict={empty ? { ok: false, why: 'empty_text' } : verdictOf(detail, 'request.note')}
          busy={note.busy}
          onClick={() => void send()}
        >
          {t('request.add_note')}
          <span className={styles.key}>
            <Kbd keys="Ctrl+Enter" />
          </span>
        </ActionButton>
      </div>
    </div>
  );
}
