/** "Why this date?": receipt and recording, the rule and its article, the count of days, the steps. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { useT } from '#web/lib/useT.ts';
import { WhyDate } from '#web/ui/request/WhyDate.tsx';
import { useRequest } from '../useRequest.ts';
import styles from './Dialogs.module.css';
import { useDialogs } from './useDialogs.ts';
import { whyOfRequest } from './why-of-request.ts';

export function WhyDialog() {
  const { t, format } = useT();
  const { close } = useDialogs();
  const detail = useRequest();
  const calendar = useCalendar();
  const title = useId();
  return (
    <Dialog open onClose={close} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>
        {t('why_date.title')} <span className={styles.number}>{detail.reference}</span>
      </DialogTitle>
      {/* Focusable, because it has no control to focus and must be scrollable by keyboard in a small window. */}
      <DialogContent tabIndex={0}>
        <WhyDate why={whyOfRequest(detail, calendar)} />
        <p className={styles.quiet}>
          {t('request.recorded_on', { when: format.dateTime(detail.recordedAt) })}
        </p>
      </DialogContent>
      <DialogActions>
        <Button onClick={close}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
