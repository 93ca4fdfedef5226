/** The composer while nothing is written: a line that opens the answer and a line that opens the note. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { useWhyNot } from '../ActionButton.tsx';
import { isClosedToRole, useRequest, type Verdict } from '../useRequest.ts';
import styles from './Composer.module.css';
import { type ComposerMode, useComposer } from './useComposer.ts';

type FoldedComposerProps = Record<ComposerMode, Verdict>;

export function FoldedComposer({ answer, note }: FoldedComposerProps) {
  // No letter is offered while a decision waits for approval, because the letter would tell it too early.
  const waits = useRequest().move.code === 'approve';
  return (
    <section className={styles.composer}>
      <div className={styles.folded}>
        {!waits && <Fold mode="answer" verdict={answer} keys="KeyR" />}
        <Fold mode="note" verdict={note} keys="KeyN" />
      </div>
    </section>
  );
}

function Fold({ mode, verdict, keys }: { mode: ComposerMode; verdict: Verdict; keys: string }) {
  const { t } = useT();
  const { open } = useComposer();
  const why = useWhyNot(verdict, true);
  // An answer that cannot be given now is not offered at all, but a note is, with the reason why not.
  if (isClosedToRole(verdict) || (mode === 'answer' && !verdict.ok)) return null;
  return (
    <button
      type="button"
      className={classNames(styles.fold, mode === 'note' && styles.foldNote)}
      aria-disabled={why !== null || undefined}
      title={why ?? undefined}
      onClick={() => {
        if (why === null) open(mode);
      }}
    >
      {t(mode === 'answer' ? 'request.write_answer' : 'request.write_note')}
      <span className={styles.key}>
        <Kbd keys={keys} />
      </span>
    </button>
  );
}
