/** The dialog itself: what will happen, one button that does it and, for grave actions, a number to type first. */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { type FormEvent, type ReactNode, useId, useState } from 'react';
import { fullReferenceIn } from '#domain/request/reference.ts';
import { useT } from '#web/lib/useT.ts';
import { TextField } from '../fields/TextField.tsx';
import styles from './ConfirmDialog.module.css';

export type ConfirmDialogProps = {
  open: boolean;
  title: ReactNode;
  /** What will happen; may contain form fields. */
  children?: ReactNode;
  /** The button's label, a verb: "Approve", not "OK". */
  confirm: string;
  /** The number of the request, to be typed before the button works; in any case and layout. */
  typed?: string;
  danger?: boolean;
  busy?: boolean;
  /** `problemText(error)` of the failed action, shown in the dialog. */
  error?: string | null;
  onConfirm: () => void;
  onClose: () => void;
};

export function ConfirmDialogBody(props: ConfirmDialogProps) {
  const {
    open,
    title,
    children,
    confirm,
    typed,
    danger = false,
    busy = false,
    error,
    onConfirm,
    onClose,
  } = props;
  const { t } = useT();
  const heading = useId();
  const [written, setWritten] = useState('');
  const ready = typed === undefined || fullReferenceIn(written) === typed;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready && !busy) onConfirm();
  };
  return (
    <Dialog
      open={open}
      // Stays open while busy, because it must show a failure of the action.
      onClose={busy ? () => undefined : onClose}
      aria-labelledby={heading}
      maxWidth="sm"
      fullWidth
    >
      <form onSubmit={submit} noValidate className={styles.form}>
        <DialogTitle id={heading}>{title}</DialogTitle>
        <DialogContent className={styles.content}>
          {children}
          {typed !== undefined && (
            <TextField
              label={t('confirm.type_to_confirm', { word: typed })}
              value={written}
              onChange={(event) => setWritten(event.target.value)}
              autoComplete="off"
              spellCheck={false}
            />
          )}
          {error && (
            <p className={styles.error} role="alert">
              {error}
            </p>
          )}
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('common.cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            disabled={!ready}
            loading={busy}
          >
            {confirm}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  );
}
