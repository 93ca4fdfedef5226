/** The folded composer: one line that opens the letter and one that opens the note. */
import { useEffect, useRef } from 'react';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { meetsPromise } from '#domain/request/message-kinds.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { useWhyNot } from '../ActionButton.tsx';
import { isClosedToRole, useRequest, type Verdict } from '../useRequest.ts';
import styles from './Composer.module.css';
import { firstKind } from './letter-kind.ts';
import { type ComposerMode, useComposer } from './useComposer.ts';

type FoldedComposerProps = Record<ComposerMode, Verdict>;

export function FoldedComposer({ letter, note }: FoldedComposerProps) {
  // While a decision awaits approval no letter is offered, because it would announce the decision too early.
  const waits = useRequest().move.code === 'approve';
  return (
    <section className={styles.composer}>
      <div className={styles.folded}>
        {!waits && <Fold mode="letter" verdict={letter} keys="KeyR" />}
        <Fold mode="note" verdict={note} keys="KeyN" />
      </div>
    </section>
  );
}

/** "Write an answer…" where an answer may be written, else a letter of another kind. */
const LABELS = {
  letter: (detail: RequestDetail) =>
    meetsPromise(firstKind(detail)) ? 'request.write_answer' : 'request.write_letter',
  note: () => 'request.write_note',
} as const satisfies Record<ComposerMode, (detail: RequestDetail) => MessageId>;

function Fold({ mode, verdict, keys }: { mode: ComposerMode; verdict: Verdict; keys: string }) {
  const { t } = useT();
  const { open, left } = useComposer();
  const line = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    // Sent or left with Escape: the field that had the focus is gone.
    if (left === mode && isFocusLost()) line.current?.focus({ preventScroll: true });
  }, [left, mode]);
  const detail = useRequest();
  const why = useWhyNot(verdict, true);
  // A denied letter is hidden; a denied note stays visible with its reason.
  if (isClosedToRole(verdict) || (mode === 'letter' && !verdict.ok)) return null;
  return (
    <button
      ref={line}
      type="button"
      className={classNames(styles.fold, mode === 'note' && styles.foldNote)}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      onClick={() => {
        if (why === null) open(mode);
      }}
    >
      {t(LABELS[mode](detail))}
      <span className={styles.key}>
        <Kbd keys={keys} />
      </span>
    </button>
  );
}

function isFocusLost(): boolean {
  return document.activeElement === null || document.activeElement === document.body;
}
