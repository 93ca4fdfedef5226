/**
 * The strips below the table's head: one reports live changes, one a failed reload. Pressing it reloads the list; until
 * then rows do not move, so that a person never clicks the wrong one.
 */
import { useLayoutEffect, useRef } from 'react';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import styles from './LiveStrip.module.css';
import type { News } from './useNews.ts';

type LiveStripProps = { news: News };

export function LiveStrip({ news: { fresh, changed, missed, show } }: LiveStripProps) {
  const { t, format } = useT();
  const strip = useRef<HTMLButtonElement>(null);
  useLayoutEffect(() => {
    // Scroll anchoring keeps the rows in place when the strip appears above them, except at the very top of the page.
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

type FailedStripProps = { error: unknown; onRetry: () => void };

/** The list could not be reloaded; it still shows the previous rows. */
export function FailedStrip({ error, onRetry }: FailedStripProps) {
  const { t } = useT();
  const { textOf } = useProblemText();
  return (
    <button type="button" className={`${styles.strip} ${styles.failed}`} onClick={onRetry}>
      <Icon name="warning" size={13} />
      {textOf(error)} {t('common.try_again')}
    </button>
  );
}
