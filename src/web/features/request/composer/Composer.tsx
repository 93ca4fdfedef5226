/** Where one writes: folded to a line until it is needed, then clearly a letter or clearly a note. */
import { useEffect, useState } from 'react';
import { isClosedToRole, useRequest, type Verdict, verdictOf } from '../useRequest.ts';
import { AnswerPanel } from './AnswerPanel.tsx';
import { CallNotePanel } from './CallNotePanel.tsx';
import styles from './Composer.module.css';
import { FoldedComposer } from './FoldedComposer.tsx';
import { ModeTabs } from './ModeTabs.tsx';
import { NotePanel } from './NotePanel.tsx';
import { useComposer } from './useComposer.ts';
import { useDraft } from './useDraft.ts';

export function Composer() {
  const detail = useRequest();
  if (verdictOf(detail, 'request.call_note').ok) return <CallNotePanel />;
  const answer = eitherOf(verdictOf(detail, 'request.answer'), verdictOf(detail, 'request.answer_outside'));
  const note = verdictOf(detail, 'request.note');
  if (isClosedToRole(answer) && isClosedToRole(note)) return null;
  return <TwoModes answer={answer} note={note} />;
}

function TwoModes({ answer, note }: Record<'answer' | 'note', Verdict>) {
  const { mode, unfold } = useComposer();
  // What the server holds is asked for once, when the page is opened.
  const [held] = useState(useRequest().hasDraft);
  const letter = useDraft('answer');
  const remark = useDraft('note');
  const [first, second] = [letter.saver, remark.saver];
  useEffect(() => {
    if (!held) return;
    void Promise.all([first.load(), second.load()]).then(() => {
      if (first.read().text !== '') unfold('answer');
      else if (second.read().text !== '') unfold('note');
    });
  }, [held, first, second, unfold]);
  const writing = mode === 'answer' && !answer.ok ? null : mode;
  if (writing === null) return <FoldedComposer answer={answer} note={note} />;
  return (
    <section className={styles.composer}>
      <ModeTabs answer={answer} note={note} mode={writing} />
      {writing === 'answer' ? <AnswerPanel draft={letter} /> : <NotePanel draft={remark} />}
    </section>
  );
}

function eitherOf(one: Verdict, other: Verdict): Verdict {
  return one.ok ? one : other.ok ? other : one;
}
