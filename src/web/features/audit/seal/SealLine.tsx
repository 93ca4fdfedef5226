/** How far the log is sealed and how far this browser has verified it; an open alarm comes first. */
import { useQuery } from '@tanstack/react-query';
import type { AuditSeal } from '#contract/audit-seal.ts';
import { getAuditSeal } from '#contract/audit-seal.ts';
import { parseCheckpoint } from '#domain/audit/checkpoint.ts';
import { queryOf } from '#web/api/query.ts';
import { classNames } from '#web/lib/class-names.ts';
import { useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { Icon } from '#web/ui/text/Icon.tsx';
import styles from './Seal.module.css';
import { SealAlarm } from './SealAlarm.tsx';
import { SealDetails } from './SealDetails.tsx';
import { SealPicture } from './SealPicture.tsx';
import { SealRun } from './SealRun.tsx';
import { useSeal } from './seal-store.ts';
import { reachWords, waitingWords } from './seal-words.ts';

export function SealLine() {
  const { t } = useT();
  // Fetched once per opening of the page and not polled, because the server logs each read of the seal.
  const { data, isError } = useQuery({ ...queryOf(getAuditSeal, {}), refetchOnMount: 'always' });
  return (
    <>
      <SealAlarm />
      <section className={styles.line} aria-label={t('seal.title')} aria-busy={!data && !isError}>
        {data && <Reach seal={data} />}
        {isError && !data && <p className={styles.quiet}>{t('seal.unknown')}</p>}
        <SealRun />
        {data && <SealDetails seal={data} />}
      </section>
    </>
  );
}

/** ms; the same threshold as the server's own alarm (sealer.ts). */
const LATE_MS = 10_000;

function Reach({ seal }: { seal: AuditSeal }) {
  const words = useT();
  const today = useToday();
  const { remembered } = useSeal();
  const late = seal.oldestPendingMs > LATE_MS;
  const verified = remembered ? parseCheckpoint(remembered.note).size : 0;
  return (
    <p className={classNames(styles.reach, late && styles.late)}>
      <SealPicture verified={verified} sealed={seal.size} waiting={seal.pending} />
      <span>
        {reachWords(seal, today, words)}
        {seal.pending > 0 && `, ${waitingWords(seal.pending, words)}`}
      </span>
      {late && (
        <span className={styles.why}>
          <Icon name="warning" /> {words.t('seal.late')}
        </span>
      )}
    </p>
  );
}
