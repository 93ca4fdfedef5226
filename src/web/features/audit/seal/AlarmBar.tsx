/** On every other page than the log's: that the log cannot be trusted, and the way to what to do about it. */
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
  // There the alarm itself stands.
  if (!alarm || !concerned || pathname === paths.audit()) return null;
  return (
    <Banner tone="danger" action={<Link to={paths.audit()}>{t('seal.alarm.bar')}</Link>}>
      <strong>{t('seal.alarm.title')}.</strong>{' '}
      <span className={styles.barDetail}>{alarmText(alarm, words)}</span>
    </Banner>
  );
}
