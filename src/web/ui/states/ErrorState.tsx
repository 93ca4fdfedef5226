/** A failure where the data would have been: the cause in plain words, a second try, a number to quote. */
import Button from '@mui/material/Button';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '../buttons/CopyButton.tsx';
import styles from './States.module.css';

type ErrorStateProps = {
  /** `problemText(error)`. */
  cause: string;
  requestId?: string | null;
  onRetry?: () => void;
  /** The heading level of its place on the page. */
  page?: boolean;
};

export function ErrorState({ cause, requestId, onRetry, page = false }: ErrorStateProps) {
  const { t } = useT();
  const Heading = page ? 'h1' : 'h2';
  return (
    <section className={styles.state} role="alert">
      <Heading className={styles.title}>{t('state.error')}</Heading>
      <p className={styles.text}>{cause}</p>
      {onRetry && (
        <Button variant="contained" onClick={onRetry}>
          {t('common.try_again')}
        </Button>
      )}
      {requestId && (
        <p className={styles.small}>
          {t('state.request_id')}: <code className={styles.code}>{requestId}</code>{' '}
          <CopyButton text={requestId} />
        </p>
      )}
    </section>
  );
}
