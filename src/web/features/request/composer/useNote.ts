/** Adding a note; a second try after a lost answer adds nothing twice. */
import { useRef } from 'react';
import { addNote } from '#contract/requests-write.ts';
import { useChange } from '#web/api/mutate.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useRequest } from '../useRequest.ts';
import { usePutRequest } from '../useRequestChange.ts';

export function useNote(onDone: () => void) {
  const { id } = useRequest();
  const put = usePutRequest();
  const { textOf, faultsOf } = useProblemText();
  const intent = useRef(crypto.randomUUID());
  const change = useChange(addNote, {
    onSuccess: (detail) => {
      intent.current = crypto.randomUUID();
      put(detail);
      onDone();
    },
  });
  return {
    send: (text: string) => change.mutate({ params: { id }, body: { text }, intent: intent.current }),
    busy: change.isPending,
    fault: change.error === null ? null : (faultsOf(change.error).text ?? textOf(change.error)),
  };
}
