/** The folded composer: one line that opens the answer and one that opens the note. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import { useWhyNot } from '../ActionButton.tsx';
import { isClosedToRole, useRequest, type Verdict } from '../useRequest.ts';
import styles from './Composer.module.css';
import { type ComposerMode, useComposer } from './useComposer.ts';

type FoldedComposerProps = Record<ComposerMode, Verdict>;

export function FoldedComposer({ answer, note }: FoldedComposerProps) {
  // While a decision awaits approval no letter is offered, because it would announce the decision too early.
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
  // A denied answer is hidden; a denied note stays visible with its reason.
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
