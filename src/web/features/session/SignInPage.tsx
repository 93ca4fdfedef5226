/** The sign-in page. Afterwards it navigates to the page that was requested. */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { type LoaderFunctionArgs, redirect, useLoaderData, useNavigate, useSearchParams } from 'react-router';
import { readSession, type SessionState } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { hasKeptTexts } from '#web/lib/kept-texts.ts';
import { returnPath } from '#web/lib/return-path.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { EntryFrame } from './EntryFrame.tsx';
import { entryPreferences } from './entry-preferences.ts';
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
      beside={session.mode === 'demo' && <Personas onSignedIn={(entered) => onSignedIn(entered, true)} />}
    >
      <Ended />
      <SignInForm onSignedIn={onSignedIn} />
      <p className={styles.note}>{t('session.forgotten')}</p>
    </EntryFrame>
  );
}

/** Why one has to sign in again, and where the text is that was being written. */
function Ended() {
  const { t } = useT();
  const [query] = useSearchParams();
  const [isKept] = useState(() => hasKeptTexts(() => localStorage));
  if (!query.has('ended')) return null;
  return (
    <p role="status" className={styles.ended}>
      {t('session.over')} {isKept && t('session.over_kept')}
    </p>
  );
}

/** Applies language and theme after sign-in, and saves to the account what it does not have yet. */
function useEntered(): (session: SessionState, shared?: boolean) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { preferences, adopt, change } = usePreferences();
  const [before] = useState(preferences);
  const to = returnPath(useSearchParams()[0].get('to'));
  return (session, shared = false) => {
    client.setQueryData(sessionQuery.queryKey, session);
    const { me } = session;
    if (me) {
      const shown = entryPreferences(me, before, preferences, shared);
      const isKept = me.profile.language === shown.language && me.profile.theme === shown.theme;
      void adopt({ ...me.profile, ...shown });
      if (!isKept) void change(shown).catch(() => undefined);
    }
    navigate(to, { replace: true });
  };
}
