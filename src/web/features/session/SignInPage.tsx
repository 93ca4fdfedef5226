/** The sign-in page. Afterwards it navigates to the page that was requested. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, redirect, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { readSession, type SessionState } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { returnPath } from '#web/lib/return-path.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { EntryFrame } from './EntryFrame.tsx';
import styles from './Form.module.css';
import { Personas } from './Personas.tsx';
import { SignInForm } from './SignInForm.tsx';

export const loader =
  (client: QueryClient) =>
  async ({ request }: LoaderFunctionArgs): Promise<SessionState | Response> => {
    const session = await call(readSession, {});
    if (!session.me) return session;
    client.setQueryData(sessionQuery.queryKey, session);
    return redirect(returnPath(new URL(request.url).searchParams.get('to')));
  };

export function Component() {
  const { t } = useT();
  const session = useLoaderData<SessionState>();
  const onSignedIn = useEntered();
  return (
    <EntryFrame
      title={t('session.title')}
      session={session}
      beside={session.mode === 'demo' && <Personas onSignedIn={onSignedIn} />}
    >
      <SignInForm onSignedIn={onSignedIn} />
      <p className={styles.note}>{t('session.forgotten')}</p>
    </EntryFrame>
  );
}

/** Applies the account's language and theme after sign-in; a language just chosen on this page takes precedence. */
function useEntered(): (session: SessionState) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { preferences, adopt, change } = usePreferences();
  const [languageBefore] = useState(preferences.language);
  const to = returnPath(useSearchParams()[0].get('to'));
  return (session) => {
    client.setQueryData(sessionQuery.queryKey, session);
    sessionLoss.mend();
    const chosen = preferences.language === languageBefore ? null : preferences.language;
    if (chosen && session.me?.profile.language !== chosen)
      void change({ language: chosen }).catch(() => undefined);
    if (session.me) void adopt({ ...session.me.profile, ...(chosen ? { language: chosen } : {}) });
    navigate(to, { replace: true });
  };
}
