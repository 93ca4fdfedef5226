/**
 * The warning two minutes before the session ends, with a button that extends it where that is possible. A screen
 * reader hears the time left every 15 s, because once a second would drown out everything else.
 */
import Button from '@mui/material/Button';
import Dialog from '@mui/material/Dialog';
import DialogActions from '@mui/material/DialogActions';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import { type SessionState, touchSession } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { clockText } from '#web/lib/clock-text.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { useInstant } from '#web/lib/useNow.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import styles from './SessionWarning.module.css';
import type { SessionEnd } from './SessionWatch.tsx';
import { sessionChannel } from './session-channel.ts';

type SessionWarningProps = { end: SessionEnd; onUnderstood: () => void };

export function SessionWarning({ end, onUnderstood }: SessionWarningProps) {
  const { t } = useT();
  const { textOf } = useProblemText();
  const client = useQueryClient();
  const heading = useId();
  const text = useId();
  const left = Math.max(0, Math.round(useInstant(1_000).until(end.until).total('seconds')));
  const stay = useMutation({
    mutationFn: () => call(touchSession, { body: {} }),
    onSuccess: (session) => {
      client.setQueryData<SessionState>(sessionQuery.queryKey, session);
      // The other tabs show the same warning and close it when they read the extended session.
      sessionChannel.tell('extended');
    },
  });
  const close = end.extendable ? () => stay.mutate() : onUnderstood;
  return (
    <Dialog
      open
      onClose={close}
      role="alertdialog"
      aria-labelledby={heading}
      aria-describedby={text}
      maxWidth="xs"
    >
      <DialogTitle id={heading}>{t('session.ends_title')}</DialogTitle>
      <DialogContent>
        <p className={styles.left} aria-hidden="true">
          {t('session.ends_in', { left: clockText(left) })}
        </p>
        <p aria-live="polite" className={styles.spoken}>
          {t('session.ends_in', { left: t('count.seconds', { n: Math.ceil(left / 15) * 15 }) })}
        </p>
        <p id={text} className={styles.text}>
          {t(end.extendable ? 'session.ends_idle' : 'session.ends_absolute')}
        </p>
        {stay.error && (
          <p role="alert" className={styles.fault}>
            {textOf(stay.error)}
          </p>
        )}
      </DialogContent>
      <DialogActions>
        <Button variant="contained" autoFocus loading={stay.isPending} onClick={close}>
          {t(end.extendable ? 'state.session_stay' : 'session.understood')}
        </Button>
      </DialogActions>
    </Dialog>
  );
}
