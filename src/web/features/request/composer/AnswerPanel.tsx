/** The answer: a letter where one can leave, otherwise the record of an answer given some other way. */
import { useState } from 'react';
import { useRequest, verdictOf } from '../useRequest.ts';
import { LetterForm } from './LetterForm.tsx';
import { OutsideForm } from './OutsideForm.tsx';
import type { Draft } from './useDraft.ts';

export function AnswerPanel({ draft }: { draft: Draft }) {
  const detail = useRequest();
  const [outside, setOutside] = useState(false);
  const maySend = detail.mail === 'ready' && verdictOf(detail, 'request.answer').ok;
  return maySend && !outside ? (
    <LetterForm draft={draft} onOutside={() => setOutside(true)} />
  ) : (
    <OutsideForm draft={draft} {...(maySend ? { onLetter: () => setOutside(false) } : {})} />
  );
}
