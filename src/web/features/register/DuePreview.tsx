/** Preview beside the form: the deadlines the request will get with the entered type and receipt. */
import type { ReactNode } from 'react';
import type { RequestType } from '#domain/request/types.ts';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { useT } from '#web/lib/useT.ts';
import { DueBadge } from '#web/ui/request/DueBadge.tsx';
import { WhyDate } from '#web/ui/request/WhyDate.tsx';
import styles from './RegisterPage.module.css';
import { reckon } from './reckon.ts';

type DuePreviewProps = { type: RequestType; receivedAt: Temporal.Instant | null };

export function DuePreview({ type, receivedAt }: DuePreviewProps) {
  const { t, format } = useT();
  const calendar = useCalendar();
  if (!receivedAt)
    return (
      <Frame>
        <p className={styles.quiet}>{t('register.preview_none')}</p>
      </Frame>
    );
  const { deadlines, sla, why } = reckon(type, receivedAt, calendar);
  return (
    <Frame>
      <div className={styles.badge}>
        <DueBadge request={sla} steps="all" />
      </div>
      <dl className={styles.dates}>
        <dt>{t('register.preview_due')}</dt>
        <dd>{format.weekdayFull(deadlines.dueOn)}</dd>
        {deadlines.actBy !== deadlines.dueOn && (
          <>
            <dt>{t('register.preview_act_by')}</dt>
            <dd>{format.weekdayFull(deadlines.actBy)}</dd>
          </>
        )}
      </dl>
      <details className={styles.why}>
        <summary>{t('why_date.title')}</summary>
        <WhyDate why={why} />
      </details>
    </Frame>
  );
}

function Frame({ children }: { children: ReactNode }) {
  const { t } = useT();
  return (
    <aside className={styles.preview} aria-label={t('register.preview')}>
      <h2 className={styles.previewTitle}>{t('register.preview')}</h2>
      {children}
    </aside>
  );
}
