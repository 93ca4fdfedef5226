/**
 * Banner on every page except the log's own, shown to viewers of the whole log while an alarm is open; links to the
 * log.
 */
import { Link, useLocation } from 'react-router';
import { readableEvents } from '#domain/audit/audience.ts';
import { paths } from '#web/app/paths.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { Banner } from '#web/ui/states/Banner.tsx';
import styles from './Seal.module.css';
import { useSeal } from './seal-store.ts';
import { alarmText } from './seal-words.ts';

export function AlarmBar() {
  const words = useT();
  const { t } = words;
  const { alarm } = useSeal();
  const { pathname } = useLocation();
  const concerned = readableEvents(useMe()) === 'all';
  // The log's own page shows the full alarm instead (SealAlarm).
  if (!alarm || !concerned || pathname === paths.audit()) return null;
  return (
    <Banner tone="danger" action={<Link to={paths.audit()}>{t('seal.alarm.bar')}</Link>}>
      <strong>{t('seal.alarm.title')}.</strong>{' '}
      <span className={styles.barDetail}>{alarmText(alarm, words)}</span>
    </Banner>
  );
}
