/** The "Why this date?" dialog over the list, for the focused row. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useId } from 'react';
import { useCalendar } from '#web/lib/useCalendar.ts';
import { useT } from '#web/lib/useT.ts';
import type { ListRow } from '#web/ui/request/request-row.ts';
import { WhyDate } from '#web/ui/request/WhyDate.tsx';
import styles from './WhyPopover.module.css';
import { whyOfRow } from './why-of-row.ts';

type WhyPopoverProps = { row: ListRow; onClose: () => void };

export function WhyPopover({ row, onClose }: WhyPopoverProps) {
  const { t } = useT();
  const calendar = useCalendar();
  const title = useId();
  return (
    <Dialog open onClose={onClose} aria-labelledby={title} maxWidth="sm" fullWidth>
      <DialogTitle id={title}>
        {t('why_date.title')} <span className={styles.number}>{row.reference}</span>
      </DialogTitle>
      {/* Focusable, because it has no control to focus and must be scrollable by keyboard in a small window. */}
      <DialogContent tabIndex={0}>
        <WhyDate why={whyOfRow(row, calendar)} />
      </DialogContent>
      <DialogActions>
        <Button onClick={onClose}>{t('common.close')}</Button>
      </DialogActions>
    </Dialog>
  );
}
