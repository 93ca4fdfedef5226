/** A strip that says the request was changed elsewhere, and loads the new version. */
import { useHotkeys } from '#web/lib/useHotkeys.ts';
import { useT } from '#web/lib/useT.ts';
import { Kbd } from '#web/ui/text/Kbd.tsx';
import styles from './NewsStrip.module.css';
import { useLetterNews } from './useLetterNews.ts';
import { useRequestNews } from './useRequestNews.ts';

export function NewsStrip() {
  const { t } = useT();
  const { label, show } = useRequestNews();
  useLetterNews();
  useHotkeys(
    [{ keys: 'Shift+KeyR', label: 'inbox.key.refresh', group: 'item', run: () => void show() }],
    label !== null,
  );
  if (!label) return null;
  return (
    <button type="button" className={styles.strip} onClick={() => void show()}>
      {t(label)}
      <span className={styles.key}>
        <Kbd keys="Shift+KeyR" />
      </span>
    </button>
  );
}
