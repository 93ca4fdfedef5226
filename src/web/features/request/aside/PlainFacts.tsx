/** The facts that every role allowed to open the request may read. */
import type { ReactNode } from 'react';
import { useT } from '#web/lib/useT.ts';
import { useRequest } from '../useRequest.ts';
import styles from './Aside.module.css';

export function PlainFacts() {
  const { t, format } = useT();
  const { channel, language, site, assignee, status, recordedAt, policyVersion, delayReason, expectedOn } =
    useRequest();
  return (
    <section>
      <h2 className={styles.heading}>{t('request.section.plain')}</h2>
      <dl className={styles.rows}>
        <Row name={t('plain.status')}>{t(`status.${status}`)}</Row>
        <Row name={t('plain.assignee')}>{assignee?.name ?? t('common.unassigned')}</Row>
        {delayReason && <Row name={t('request.delay')}>{t(`delay.${delayReason}`)}</Row>}
        {expectedOn && <Row name={t('request.expected_on')}>{format.weekdayFull(expectedOn)}</Row>}
        <Row name={t('plain.channel')}>{[t(`channel.${channel}`), site].filter(Boolean).join(' · ')}</Row>
        <Row name={t('plain.language')}>{t(`language.${language}`)}</Row>
        <Row name={t('request.recorded_at')}>{format.dateTime(recordedAt)}</Row>
        <Row name={t('request.policy')}>{policyVersion}</Row>
      </dl>
    </section>
  );
}

function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={styles.row}>
      <dt>{name}</dt>
      <dd className={styles.wide}>{children}</dd>
    </div>
  );
}
