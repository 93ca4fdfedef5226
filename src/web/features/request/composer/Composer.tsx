/** The composer: folded to a line until needed, then a letter or a note. The provider holds which of them is open. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import { isClosedToRole, useRequest, type Verdict, verdictOf } from '../useRequest.ts';
import { CallNotePanel } from './CallNotePanel.tsx';
import styles from './Composer.module.css';
import { FoldedComposer } from './FoldedComposer.tsx';
import { LetterForm } from './LetterForm.tsx';
import { ModeTabs } from './ModeTabs.tsx';
import { NotePanel } from './NotePanel.tsx';
import { OutsideForm } from './OutsideForm.tsx';
import { ComposerContext, type ComposerMode, useComposer } from './useComposer.ts';
import { type Draft, useDraft } from './useDraft.ts';

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
  const letter = useDraft('answer');
  const remark = useDraft('note');
  const [first, second] = [letter.saver, remark.saver];
  useEffect(() => {
    // Reads what is stored, on the server or in this browser; nothing if there is none.
    void Promise.all([first.load(), second.load()]).then(() => {
      if (first.read().text !== '') unfold('answer');
      else if (second.read().text !== '') unfold('note');
    });
  }, [first, second, unfold]);
  const writing = mode === 'answer' && !answer.ok ? null : mode;
  if (writing === null) return <FoldedComposer answer={answer} note={note} />;
  return (
    <section className={styles.composer}>
      <ModeTabs answer={answer} note={note} mode={writing} />
      {writing === 'answer' ? <AnswerPanel draft={letter} /> : <NotePanel draft={remark} />}
    </section>
  );
}

/** The form for a letter if one can be sent, else the form that records an answer given outside the program. */
function AnswerPanel({ draft }: { draft: Draft }) {
  const detail = useRequest();
  const [outside, setOutside] = useState(false);
  const maySend = detail.mail === 'ready' && verdictOf(detail, 'request.answer').ok;
  return maySend && !outside ? (
    <LetterForm draft={draft} onOutside={() => setOutside(true)} />
  ) : (
    <OutsideForm draft={draft} {...(maySend ? { onLetter: () => setOutside(false) } : {})} />
  );
}

/** The verdict for answering in either way; if both are denied, the reason of the first. */
function eitherOf(one: Verdict, other: Verdict): Verdict {
  return one.ok ? one : other.ok ? other : one;
}

/** The inbox's keys R and N open a request with one of these URL fragments. */
const PLACES: Readonly<Record<string, ComposerMode>> = { '#reply': 'answer', '#note': 'note' };

export function ComposerProvider({ children }: { children: ReactNode }) {
  const { hash } = useLocation();
  const [{ mode, turn }, setState] = useState(() => {
    const wanted = PLACES[hash] ?? null;
    return { mode: wanted, turn: wanted ? 1 : 0 };
  });
  const ways = useMemo(
    () => ({
      open: (next: ComposerMode) => setState((before) => ({ mode: next, turn: before.turn + 1 })),
      unfold: (next: ComposerMode) => setState((before) => ({ ...before, mode: before.mode ?? next })),
      close: () => setState({ mode: null, turn: 0 }),
    }),
    [],
  );
  const desk = useMemo(() => ({ mode, turn, ...ways }), [mode, turn, ways]);
  return <ComposerContext value={desk}>{children}</ComposerContext>;
}
