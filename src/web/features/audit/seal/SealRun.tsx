/** The verification's button, progress and result. A run continues while the person visits other pages. */
import Button from '@mui/material/Button';
import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useClock, useToday } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyButton } from '#web/ui/buttons/WhyButton.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { WorkerFailed } from './run-in-worker.ts';
import styles from './Seal.module.css';
import { useSeal } from './seal-store.ts';
import { rememberedWords, verifiedWords } from './seal-words.ts';
import { acceptRestore, stopVerifying, verifyLog } from './verification.ts';
import type { Verified } from './verify-leaves.ts';

export function SealRun() {
  const { t } = useT();
  const { run, remembered } = useSeal();
  const verify = useVerify();
  const running = run.state === 'running';
  return (
    <>
      {running ? <Progress done={run.done} total={run.total} /> : null}
      {/* A screen reader announces the result only; announcing each step of progress would drown it. */}
      <div role="status" className={styles.result}>
        <Result />
      </div>
      {!running && (
        <WhyButton variant="text" onClick={() => verify(false)}>
          {t(remembered || run.state !== 'none' ? 'seal.verify_again' : 'seal.verify')}
        </WhyButton>
      )}
    </>
  );
}

export function useVerify(): (fromBeginning: boolean) => void {
  const client = useQueryClient();
  const clock = useClock();
  return (fromBeginning) => void verifyLog({ client, clock, fromBeginning });
}

function Progress({ done, total }: { done: number; total: number }) {
  const { t, format } = useT();
  const said =
    total === 0
      ? t('seal.running')
      : t('seal.progress', { done: format.number(done), total: format.number(total) });
  return (
    <div className={styles.progress}>
      <progress aria-label={t('seal.running')} {...(total === 0 ? {} : { value: done, max: total })} />
      <span className={styles.quiet}>{said}</span>
      <Button variant="text" onClick={stopVerifying}>
        {t('seal.stop')}
      </Button>
    </div>
  );
}

function Result() {
  const words = useT();
  const { t } = words;
  const today = useToday();
  const { run, remembered } = useSeal();
  const { textOf } = useProblemText();
  const failureWords = (error: unknown) => {
    if (!(error instanceof WorkerFailed)) return textOf(error);
    return error.lacksEd25519 && t('seal.cannot');
  };
  if (run.state === 'verified') return <VerifiedResult verified={run.verified} />;
  if (run.state === 'mismatch') return <Line tone="bad">{t('seal.mismatch')}</Line>;
  if (run.state === 'unsealed') return <Line>{t('seal.none')}</Line>;
  if (run.state === 'failed')
    return (
      <Line>
        {t('seal.failed')} {failureWords(run.error)}
      </Line>
    );
  // No run in this page yet: show the result of an earlier visit.
  if (run.state === 'none' && remembered)
    return <Line>{rememberedWords(remembered.note, today, words)}</Line>;
  return null;
}

function VerifiedResult({ verified }: { verified: Verified }) {
  const words = useT();
  const { t, format } = words;
  const today = useToday();
  const { restored, continues } = verified;
  return (
    <>
      <Line tone="good">{verifiedWords(verified, today, words)}</Line>
      {continues === null && restored === null && <Line>{t('seal.first')}</Line>}
      {restored && (
        <div className={styles.restored}>
          <Icon name="warning" />
          <p>
            {restored.lost > 0
              ? t('seal.restored_lost', {
                  at: format.dateTime(restored.at),
                  lost: format.number(restored.lost),
                })
              : t('seal.restored', { at: format.dateTime(restored.at) })}
          </p>
          <Button onClick={acceptRestore}>{t('seal.restored_known')}</Button>
        </div>
      )}
    </>
  );
}

type LineProps = { tone?: 'quiet' | 'good' | 'bad'; children: ReactNode };

function Line({ tone = 'quiet', children }: LineProps) {
  return (
    <p className={styles[tone]}>
      {tone === 'good' && <Icon name="tick" />}
      {tone === 'bad' && <Icon name="warning" />}
      <span>{children}</span>
    </p>
  );
}
