/** Beneath the table's head: what is new and what changed, and the one button that shows it. The rows stay where they are. */
import { useLayoutEffect, useRef } from 'react';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import styles from './LiveStrip.module.css';
import type { News } from './useNews.ts';

type LiveStripProps = { news: News };

export function LiveStrip({ news: { fresh, changed, missed, show } }: LiveStripProps) {
  const { t, format } = useT();
  const strip = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // The browser holds what is read in its place, except at the very top of a page.
    if (scrollY < 1) scrollBy({ top: strip.current?.closest('tr')?.offsetHeight ?? 0, behavior: 'instant' });
  }, []);
  const counted = [
    fresh > 0 && t('inbox.live.new', { n: format.number(fresh) }),
    changed > 0 && t('inbox.live.changed', { n: format.number(changed) }),
  ].filter((part) => part !== false);
  const parts = counted.length === 0 && missed ? t('inbox.live.missed') : counted.join(' · ');
  return (
    <button ref={strip} type="button" className={styles.strip} onClick={show}>
      {t('inbox.live', { parts })}
      <span className={styles.key}>
        <Kbd keys="Shift+KeyR" />
      </span>
    </button>
  );
}
