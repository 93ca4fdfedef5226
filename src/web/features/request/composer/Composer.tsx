/** The composer: folded to a line until needed, then a letter or a note. The provider holds which of them is open. */
import { type ReactNode, useEffect, useMemo, useState } from 'react';
import { useLocation } from 'react-router';
import type { MessageKind } from '#domain/request/message-kinds.ts';
import { isClosedToRole, useRequest, type Verdict, verdictOf } from '../useRequest.ts';
import { CallNotePanel } from './CallNotePanel.tsx';
import styles from './Composer.module.css';
import { FoldedComposer } from './FoldedComposer.tsx';
import { LetterForm } from './LetterForm.tsx';
import { kindOf, letterVerdict } from './letter-kind.ts';
import { ModeTabs } from './ModeTabs.tsx';
import { NotePanel } from './NotePanel.tsx';
import { ComposerContext, type ComposerMode, useComposer } from './useComposer.ts';
import { useDraft } from './useDraft.ts';
import { BeganContext, useBegan } from './useMeanwhile.ts';

export function Composer() {
  const detail = useRequest();
  if (verdictOf(detail, 'request.call_note').ok) return <CallNotePanel />;
  const letter = letterVerdict(detail);
  const note = verdictOf(detail, 'request.note');
  if (isClosedToRole(letter) && isClosedToRole(note)) return null;
  return <TwoModes letter={letter} note={note} />;
}

function TwoModes({ letter, note }: Record<ComposerMode, Verdict>) {
  const { mode, open, unfold } = useComposer();
  const detail = useRequest();
  const began = useBegan(mode !== null);
  const [chosen, setChosen] = useState<MessageKind | null>(null);
  const written = useDraft('answer');
  const remark = useDraft('note');
  const [first, second] = [written.saver, remark.saver];
  useEffect(() => {
    // Reads what is stored, on the server or in this browser; nothing if there is none.
    void Promise.all([first.load(), second.load()]).then(() => {
      if (first.read().text !== '') unfold('letter');
      else if (second.read().text !== '') unfold('note');
    });
  }, [first, second, unfold]);
  const writing = mode === 'letter' && !letter.ok ? null : mode;
  if (writing === null) return <FoldedComposer letter={letter} note={note} />;
  const kind = kindOf(detail, chosen, written.state.text);
  return (
    <section className={styles.composer}>
      <ModeTabs
        note={note}
        kind={kind}
        isNote={writing === 'note'}
        onKind={(next) => {
          setChosen(next);
          open('letter');
        }}
      />
      <BeganContext value={began}>
        {writing === 'letter' ? (
          <LetterForm
            draft={written}
            kind={kind}
            // What is typed before the stored draft has come joins a text whose kind is not known.
            onType={() => written.state.status !== 'unread' && setChosen(kind)}
            onSent={() => setChosen(null)}
          />
        ) : (
          <NotePanel draft={remark} />
        )}
      </BeganContext>
    </section>
  );
}

/** The inbox's keys R and N open a request with one of these URL fragments. */
const PLACES: Readonly<Record<string, ComposerMode>> = { '#reply': 'letter', '#note': 'note' };

export function ComposerProvider({ children }: { children: ReactNode }) {
  const { hash } = useLocation();
  const [{ mode, turn, left }, setState] = useState(() => {
    const wanted = PLACES[hash] ?? null;
    return { mode: wanted, turn: wanted ? 1 : 0, left: null as ComposerMode | null };
  });
  const ways = useMemo(
    () => ({
      open: (next: ComposerMode) => setState((before) => ({ mode: next, turn: before.turn + 1, left: null })),
      unfold: (next: ComposerMode) => setState((before) => ({ ...before, mode: before.mode ?? next })),
      close: () => setState(({ mode: before }) => ({ mode: null, turn: 0, left: before })),
    }),
    [],
  );
  const desk = useMemo(() => ({ mode, turn, left, ...ways }), [mode, turn, left, ways]);
  return <ComposerContext value={desk}>{children}</ComposerContext>;
}
