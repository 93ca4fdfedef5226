/**
 * What is being written: one of the kinds of letter, or a note. A note looks different, so that it is not written into a
 * letter by mistake. A kind that is not allowed now stays in the row, and the panel says why.
 */
import { type MessageKind, messageKinds } from '#domain/request/message-kinds.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { useWhyNot } from '../ActionButton.tsx';
import { isClosedToRole, useRequest, type Verdict } from '../useRequest.ts';
import styles from './Composer.module.css';
import { kindVerdict } from './letter-kind.ts';
import { useComposer } from './useComposer.ts';

type ModeTabsProps = {
  note: Verdict;
  /** The kind of the letter; null if the person has to choose. */
  kind: MessageKind | null;
  /** Whether a note is being written. */
  isNote: boolean;
  onKind: (kind: MessageKind) => void;
};

export function ModeTabs({ note, kind, isNote, onKind }: ModeTabsProps) {
  const { t } = useT();
  const { open } = useComposer();
  return (
    <div className={styles.tabs}>
      {messageKinds.map((each) => (
        <KindTab key={each} kind={each} on={!isNote && each === kind} onPick={() => onKind(each)} />
      ))}
      {note.ok && (
        <button
          type="button"
          className={classNames(styles.tab, styles.tabNote)}
          aria-pressed={isNote}
          onClick={() => open('note')}
        >
          {t('note.note')}
        </button>
      )}
    </div>
  );
}

function KindTab({ kind, on, onPick }: { kind: MessageKind; on: boolean; onPick: () => void }) {
  const { t } = useT();
  const verdict = kindVerdict(useRequest(), kind);
  const why = useWhyNot(verdict, true);
  if (isClosedToRole(verdict)) return null;
  return (
    <button
      type="button"
      className={styles.tab}
      aria-pressed={on}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      onClick={() => {
        if (why === null) onPick();
      }}
    >
      {t(`letter_kind.${kind}`)}
    </button>
  );
}
