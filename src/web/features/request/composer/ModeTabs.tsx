/** Switches between letter and note. The two look different, so that a note is not written into a letter by mistake. */
import { classNames } from '#web/lib/class-names.ts';
import { useT } from '#web/lib/useT.ts';
import type { Verdict } from '../useRequest.ts';
import styles from './Composer.module.css';
import { type ComposerMode, useComposer } from './useComposer.ts';

type ModeTabsProps = Record<ComposerMode, Verdict> & { mode: ComposerMode };

export function ModeTabs({ answer, note, mode }: ModeTabsProps) {
  const { t } = useT();
  const { open } = useComposer();
  return (
    <div className={styles.tabs}>
      {answer.ok && (
        <button
          type="button"
          className={styles.tab}
          aria-pressed={mode === 'answer'}
          onClick={() => open('answer')}
        >
          {t('request.answer')}
        </button>
      )}
      {note.ok && (
        <button
          type="button"
          className={classNames(styles.tab, styles.tabNote)}
          aria-pressed={mode === 'note'}
          onClick={() => open('note')}
        >
          {t('note.note')}
        </button>
      )}
    </div>
  );
}
