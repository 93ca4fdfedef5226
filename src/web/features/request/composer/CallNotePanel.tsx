/**
 * Passes on what a caller said to the people who work on the request. It keeps no draft and is no WritingPanel, because
 * its authors may read neither drafts nor the request.
 */
import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useParams } from 'react-router';
import { getRequest } from '#contract/requests-read.ts';
import { addCallNote } from '#contract/requests-write.ts';
import { useChange } from '#web/api/mutate.ts';
import { open } from '#web/api/query.ts';
import { classNames } from '#web/lib/class-names.ts';
import { liveStore } from '#web/lib/live.ts';
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useSnackbar } from '#web/lib/useSnackbar.ts';
import { useT } from '#web/lib/useT.ts';
import { useUnsaved } from '#web/lib/useUnsaved.ts';
import { TextArea } from '#web/ui/fields/TextArea.tsx';
import { ActionButton } from '../ActionButton.tsx';
import { useRequest, verdictOf } from '../useRequest.ts';
import styles from './Composer.module.css';

export function CallNotePanel() {
  const { t } = useT();
  const detail = useRequest();
  const { reference = '' } = useParams();
  const client = useQueryClient();
  const notify = useSnackbar();
  const { textOf, faultsOf } = useProblemText();
  const field = useRef<HTMLTextAreaElement>(null);
  // The idempotency key: a retry after a lost response must not add the note twice.
  const intent = useRef({ text: '', key: '' });
  const [text, setText] = useState('');
  const empty = text.trim() === '';
  useUnsaved(!empty);
  const note = useChange(addCallNote, {
    onSuccess: () => {
      liveStore.settleOwn(detail.id);
      setText('');
      notify({ text: t('done.request.call_note') });
      // The response does not contain the note, so the page is loaded again to show it.
      void open(client, getRequest, { params: { id: reference } }).catch(() => undefined);
    },
  });
  const send = () => {
    if (empty || note.isPending || !navigator.onLine) return;
    // The server refuses another text under the key of one that it may have.
    if (intent.current.text !== text) intent.current = { text, key: crypto.randomUUID() };
    note.mutate({ params: { id: detail.id }, body: { text }, intent: intent.current.key });
  };
  useHotkeys([
    { keys: 'KeyN', label: 'key.request.note', group: 'item', run: () => field.current?.focus() },
    { keys: 'Ctrl+Enter', label: 'request.key.send', group: 'composer', inFields: true, run: send },
  ]);
  const fault = note.error ? (faultsOf(note.error).text ?? textOf(note.error)) : undefined;
  return (
    <section className={styles.composer}>
      <div className={classNames(styles.panel, styles.panelNote, styles.alone)}>
        <TextArea
          ref={field}
          label={t('request.call_note')}
          hint={t('request.call_note_hint')}
          rows={3}
          value={text}
          maxLength={4_000}
          error={fault}
          onChange={(event) => setText(event.target.value)}
        />
        <div className={styles.foot}>
          <span className={styles.state} />
          <ActionButton
            primary
            verdict={empty ? { ok: false, why: 'empty_text' } : verdictOf(detail, 'request.call_note')}
            busy={note.isPending}
            onClick={send}
          >
            {t('request.pass_on')}
          </ActionButton>
        </div>
      </div>
    </section>
  );
}
