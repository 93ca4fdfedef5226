/**
 * Sign-in over the open page after the session has ended. The text typed in the page is kept, hidden by an opaque
 * backdrop.
 */
import Dialog from '@mui/material/Dialog';
import DialogContent from '@mui/material/DialogContent';
import DialogTitle from '@mui/material/DialogTitle';
import { useQueryClient } from '@tanstack/react-query';
import { useId } from 'react';
import type { SessionState } from '#contract/session.ts';
import { Personas } from '#web/features/session/Personas.tsx';
import { SignInForm } from '#web/features/session/SignInForm.tsx';
import { loadPage } from '#web/lib/page-address.ts';
import { sessionQuery, useMe, useSession } from '#web/lib/useMe.ts';
import { useT } from '#web/lib/useT.ts';
import { paths } from './paths.ts';
import { welcomeBack } from './refresh-session.ts';
import styles from './SignInAgain.module.css';
import { leave, sessionChannel } from './session-channel.ts';

export function SignInAgain() {
  const { t } = useT();
  const { mode } = useSession();
  const me = useMe();
  const client = useQueryClient();
  const heading = useId();
  const onSignedIn = (session: SessionState) => {
    sessionChannel.tell('signed-in');
    // Another user must not see what this page still holds in memory, so the page is loaded anew.
    if (session.me?.id !== me.id) return loadPage(paths.inbox());
    client.setQueryData<SessionState>(sessionQuery.queryKey, session);
    void welcomeBack(client);
  };
  return (
    <Dialog
      open
      aria-labelledby={heading}
      maxWidth="xs"
      fullWidth
      transitionDuration={0}
      slotProps={{ backdrop: { className: styles.curtain ?? '' } }}
    >
      <DialogTitle id={heading}>{t('session.over_title')}</DialogTitle>
      <DialogContent className={styles.content}>
        <p className={styles.text}>{t('state.session_expired')}</p>
        <p className={styles.who}>
          {me.name} <span>{me.email}</span>
        </p>
        <SignInForm email={me.email} onSignedIn={onSignedIn} />
        {mode === 'demo' && <Personas among={me.roles.slice(0, 1)} onSignedIn={onSignedIn} />}
        <p className={styles.other}>
          <button type="button" onClick={leave}>
            {t('session.other_person')}
          </button>
          {t('session.other_person_hint')}
        </p>
      </DialogContent>
    </Dialog>
  );
}
