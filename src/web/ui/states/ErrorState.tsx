/** Shown in place of data that failed to load: the cause, a button to retry, the request id to quote. */
import Button from '@mui/material/Button';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '../buttons/CopyButton.tsx';
import styles from './States.module.css';

type ErrorStateProps = {
  /** `problemText(error)`. */
  cause: string;
  requestId?: string | null;
  onRetry?: () => void;
  /** Replaces the whole page, so its title is the page's h1. */
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
