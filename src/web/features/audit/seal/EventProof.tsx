/** The open event's place in the sealed log, verified in this browser, and its inclusion proof for download. */
import Button from '@mui/material/Button';
import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { AuditRow, getAuditEvent } from '#contract/audit.ts';
import { type AuditSeal, getAuditSeal } from '#contract/audit-seal.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import { open, queryOf } from '#web/api/query.ts';
import { downloadText } from '#web/lib/download-text.ts';
import { useClock, useToday } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { CodeBlock } from '#web/ui/text/CodeBlock.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { checkEvent, checkUnsealed, type EventCheck, sameKey } from './check-event.ts';
import styles from './Seal.module.css';
import { sealStore } from './seal-store.ts';
import { whenWords } from './seal-words.ts';
import { raiseAlarm } from './verification.ts';
import { verifySignature } from './verify-signature.ts';

type EventProofProps = { event: ResponseOf<typeof getAuditEvent> };

export function EventProof({ event: { row, body, seal } }: EventProofProps) {
  const words = useT();
  const { t, format } = words;
  if (seal === null)
    return (
      <section className={styles.proof}>
        <Unsealed row={row} body={body ?? ''} />
      </section>
    );
  return (
    <section className={styles.proof}>
      {body === null ? (
        <p className={styles.quiet}>{t('seal.event.pruned', { number: format.number(seal.ix + 1) })}</p>
      ) : (
        <Checked proven={{ row, body, proof: seal.proof, ix: seal.ix }} size={seal.size} />
      )}
      <details>
        <summary>{t('seal.event.show')}</summary>
        <CodeBlock label={t('seal.event.proof')} text={seal.proof} />
        <Button variant="text" onClick={() => downloadText(`otinish-proof-${row.id}.txt`, seal.proof)}>
          {t('seal.download')}
        </Button>
      </details>
    </section>
  );
}

type CheckedProps = { proven: Parameters<typeof checkEvent>[0]; size: number };

function Checked({ proven, size }: CheckedProps) {
  const words = useT();
  const { t, format } = words;
  const today = useToday();
  const { data: check, isError } = useEventCheck({ proven, size });
  if (isError) return <p className={styles.quiet}>{t('seal.event.unchecked')}</p>;
  if (!check) return <p className={styles.quiet}>{t('seal.event.checking')}</p>;
  if (!check.ok)
    return (
      <p className={styles.bad} role="alert">
        <Icon name="warning" /> {t('seal.event.mismatch')}
      </p>
    );
  return (
    <>
      <p className={styles.good}>
        <Icon name="tick" />
        {t('seal.event.sealed', {
          number: format.number(check.ix + 1),
          at: whenWords(check.at, today, words),
        })}
      </p>
      <p className={styles.quiet}>
        {t(check.remembered ? 'seal.event.by_remembered' : 'seal.event.by_claimed')}
      </p>
    </>
  );
}

/**
 * An event without a seal: either too new to be sealed, or one that was inserted past the sealer, which raises an
 * alarm.
 */
function Unsealed({ row, body }: { row: AuditRow; body: string }) {
  const { t } = useT();
  const client = useQueryClient();
  const clock = useClock();
  const { data: found } = useQuery({
    queryKey: ['unsealed event', row.id, body],
    gcTime: 0,
    queryFn: async () => {
      const claimed = await open(client, getAuditSeal, {});
      const state = checkUnsealed({ row, body }, claimed.signedAt);
      if (state === 'stray')
        void raiseAlarm({ what: state, size: claimed.size, place: null }, claimed, clock, {
          event: row.id,
          proof: body,
        });
      return state;
    },
  });
  if (found === 'stray')
    return (
      <p className={styles.bad} role="alert">
        <Icon name="warning" /> {t('seal.event.stray')}
      </p>
    );
  return (
    <>
      <p className={styles.quiet}>
        <Icon name="clock" /> {t('seal.event.waiting')}
      </p>
      <p className={styles.quiet}>{t('seal.event.waiting_hint')}</p>
    </>
  );
}

/** The page's cached seal; fetched again if it has no key, because the first checkpoint may have been signed since. */
async function claimedSeal(client: QueryClient): Promise<AuditSeal> {
  const seal = await client.ensureQueryData(queryOf(getAuditSeal, {}));
  return seal.key === null ? await open(client, getAuditSeal, {}) : seal;
}

/** Verifies once per opening of the event (`gcTime: 0`): the server may answer differently the next time. */
function useEventCheck({ proven, size }: CheckedProps) {
  const client = useQueryClient();
  const clock = useClock();
  return useQuery<EventCheck & { remembered: boolean }>({
    queryKey: ['event proof', proven.row.id, proven.proof],
    gcTime: 0,
    queryFn: async () => {
      const remembered = sealStore.read().remembered?.key ?? null;
      const claimed = await claimedSeal(client);
      const check = await checkEvent(proven, remembered ?? claimed.key ?? '', verifySignature);
      if (!check.ok) {
        // Another key explains the failure of every event, so the alarm must not blame this one.
        const what = remembered !== null && !sameKey(remembered, claimed.key) ? 'key' : 'event';
        const place = { from: proven.ix, to: proven.ix + 1 };
        void raiseAlarm({ what, size, place }, claimed, clock, {
          event: proven.row.id,
          proof: `${proven.body}\n\n${proven.proof}`,
        });
      }
      return { ...check, remembered: remembered !== null };
    },
  });
}
