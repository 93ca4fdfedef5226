/**
 * The panel of an internal note. A retry after a lost response does not add it twice, because it keeps its idempotency
 * key.
 */
import { useRef } from 'react';
import { addNote } from '#contract/requests-write.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useRequest } from '../useRequest.ts';
import { usePutRequest } from '../useRequestChange.ts';
import type { Draft } from './useDraft.ts';
import { useSent, WritingPanel } from './WritingPanel.tsx';

export function NotePanel({ draft }: { draft: Draft }) {
  const { id } = useRequest();
  const put = usePutRequest();
  const sent = useSent('note', draft);
  const { textOf, faultsOf } = useProblemText();
  const intent = useRef(crypto.randomUUID());
  const note = useChange(addNote, {
    onSuccess: (detail) => {
      intent.current = crypto.randomUUID();
      put(detail);
      sent();
    },
  });
  // Adding a note needs no version, so it cannot conflict; any error is shown at the text.
  const faults = note.error === null ? {} : { text: faultsOf(note.error).text ?? textOf(note.error) };
  return (
    <WritingPanel
      kind="note"
      draft={draft}
      sending={{ busy: note.isPending, error: null, faults, conflict: null }}
      onSend={({ text }) => note.mutate({ params: { id }, body: { text }, intent: intent.current })}
    />
  );
}
