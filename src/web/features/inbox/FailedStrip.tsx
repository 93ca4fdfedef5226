/** The list could not be read anew: its rows stay as they were. */
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './LiveStrip.module.css';

type FailedStripProps = { error: unknown; onRetry: () => void };

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
