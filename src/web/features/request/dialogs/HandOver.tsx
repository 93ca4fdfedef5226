/** The receipt for a request passed on to the officers: number, time and due date, but no content any more. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId, useState } from 'react';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { useClock } from '#web/lib/useNow.ts';
import { useT } from '#web/lib/useT.ts';
import { CopyButton } from '#web/ui/buttons/CopyButton.tsx';
import styles from './Dialogs.module.css';
import { useDialogs } from './useDialogs.ts';

export function HandOver({ detail: { reference, type, dueOn } }: { detail: RequestDetail }) {
  const { t, format } = useT();
  const { close } = useDialogs();
  const clock = useClock();
  const [at] = useState(() => clock().toString());
  const title = useId();
  return (
    <Dialog open onClose={close} aria-labelledby={title} maxWidth="xs" fullWidth>
      <DialogTitle id={title}>{t('request.handed_over')}</DialogTitle>
      <DialogContent>
        <div className={styles.receipt}>
          <p>
            <span className={styles.big}>{reference}</span> <CopyButton text={reference} />
          </p>
          <p>{t(`type.${type}`)}</p>
          <p>{t('request.handed_over_at', { when: format.dateTime(at) })}</p>
          <p>{t('request.handed_over_due', { when: format.weekdayFull(dueOn) })}</p>
        </div>
        <p className={styles.quiet}>{t('request.handed_over_hint')}</p>
      </DialogContent>
      <DialogActions>
        <Button variant="contained" onClick={close}>
          {t('common.close')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
