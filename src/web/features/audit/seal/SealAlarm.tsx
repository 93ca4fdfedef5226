/**
 * The alarm on the log's page: what was found, what to do, and the evidence. It remains until a person dismisses it.
 */
import Button from '@mui/material/Button';
import { useState } from 'react';
import { Link } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { downloadText } from '#web/lib/download-text.ts';
import { useT } from '#web/lib/useT.ts';
import { ConfirmDialog } from '#web/ui/overlay/ConfirmDialog.tsx';
import { Icon } from '#web/ui/text/Icon.tsx';
import { type Alarm, evidenceText } from './alarm.ts';
import styles from './Seal.module.css';
import { sealStore, useSeal } from './seal-store.ts';
import { alarmText, placeText } from './seal-words.ts';

export function SealAlarm() {
  const { alarm } = useSeal();
  return alarm && <Raised alarm={alarm} />;
}

function Raised({ alarm }: { alarm: Alarm }) {
  const words = useT();
  const { t, format } = words;
  const [forgetting, setForgetting] = useState(false);
  const keep = () =>
    downloadText(
      `otinish-evidence-${alarm.found.replaceAll(':', '')}.txt`,
      evidenceText(alarm, words, location.origin),
    );
  return (
    <section className={styles.alarm} role="alert">
      <h2 className={styles.alarmTitle}>
        <Icon name="warning" size={20} /> {t('seal.alarm.title')}
      </h2>
      <p>
        {alarmText(alarm, words)} {placeText(alarm, words)}{' '}
        {t('seal.alarm.found', { at: format.exact(alarm.found) })}{' '}
        {alarm.reported === false && t('seal.alarm.unreported')}
      </p>
      <ol>
        <li>{t('seal.alarm.do_stop')}</li>
        <li>{t('seal.alarm.do_keep')}</li>
        <li>{t('seal.alarm.do_call')}</li>
      </ol>
      <div className={styles.buttons}>
        <Button variant="contained" color="error" onClick={keep}>
          {t('seal.alarm.download')}
        </Button>
        {alarm.event !== null && (
          <Button component={Link} to={paths.auditEvent(alarm.event)}>
            {t('seal.alarm.open_event')}
          </Button>
        )}
        <Button onClick={() => setForgetting(true)}>{t('seal.forget')}</Button>
      </div>
      <ConfirmDialog
        open={forgetting}
        title={t('seal.forget_title')}
        confirm={t('seal.forget_confirm')}
        danger
        onConfirm={sealStore.forget}
        onClose={() => setForgetting(false)}
      >
        <p>{t('seal.forget_text')}</p>
      </ConfirmDialog>
    </section>
  );
}
