/** A note of the desk: nobody outside ever sees it, and it must look so. */
import type { TimelineItem } from '#contract/request-shapes.ts';
import { useT } from '#web/lib/useT.ts';
import { Guarded } from '#web/ui/request/Guarded.tsx';
import { MaskedText } from '#web/ui/request/MaskedText.tsx';
import styles from './Items.module.css';

type NoteItemData = Extract<TimelineItem, { kind: 'note' }>;

export function NoteItem({ item: { note, by, text } }: { item: NoteItemData }) {
  const { t } = useT();
  return (
    <article className={styles.note}>
      <header className={styles.about}>
        <span>{[t(`note.${note}`), by?.name].filter(Boolean).join(' · ')}</span>
      </header>
      <div className={styles.text}>
        <Guarded value={text}>{(given) => <MaskedText text={given} />}</Guarded>
      </div>
    </article>
  );
}
