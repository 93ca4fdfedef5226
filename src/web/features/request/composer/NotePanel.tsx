/**
 * The panel of an internal note. A retry after a lost response does not add it twice, because it keeps its idempotency
 * key.
 */
import { useRef } from 'react';
import { addNote } from '#contract/requests-write.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useRequest, verdictOf } from '../useRequest.ts';
import { usePutRequest } from '../useRequestChange.ts';
import type { Draft } from './useDraft.ts';
import { useSent, WritingPanel, type Written } from './WritingPanel.tsx';

export function NotePanel({ draft }: { draft: Draft }) {
  const detail = useRequest();
  const { id } = detail;
  const put = usePutRequest();
  const sent = useSent('request.note');
  const { textOf, faultsOf } = useProblemText();
  const intent = useRef({ body: '', key: '' });
  const note = useChange(addNote, {
    onSuccess: (detail) => {
      put(detail);
      sent();
    },
  });
  const add = ({ text, draftVersion }: Written) => {
    const body = { text, draftVersion };
    const same = JSON.stringify(body);
    // The server refuses another text under the key of one that it may have.
    if (intent.current.body !== same) intent.current = { body: same, key: crypto.randomUUID() };
    return note.mutateAsync({ params: { id }, body, intent: intent.current.key }).catch(() => null);
  };
  // Adding a note needs no version, so it cannot conflict; any error is shown at the text.
  const faults = note.error === null ? {} : { text: faultsOf(note.error).text ?? textOf(note.error) };
  return (
    <WritingPanel
      kind="note"
      verdict={verdictOf(detail, 'request.note')}
      draft={draft}
      sending={{ busy: note.isPending, error: null, faults, conflict: null }}
      onSend={add}
    />
  );
}
