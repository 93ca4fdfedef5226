/**
 * The page of a one-time link: first administrator, invitation or account recovery. The token is kept in memory only.
 */
import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Link, useLoaderData, useNavigate } from 'react-router';
import type { ResponseOf } from '#contract/endpoint.ts';
import { inspectLink, readSession, type SessionState } from '#contract/session.ts';
import { ApiError, call } from '#web/api/call.ts';
import { paths } from '#web/app/paths.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { usePreferences } from '#web/lib/usePreferences.ts';
import { useT } from '#web/lib/useT.ts';
import { T } from '#web/ui/text/T.tsx';
import { EntryFrame } from './EntryFrame.tsx';
import styles from './Form.module.css';
import { linkToken } from './link-token.ts';
import { NewPasswordForm } from './NewPasswordForm.tsx';

type LinkInfo = ResponseOf<typeof inspectLink>;
type Found = { session: SessionState; link: { token: string; info: LinkInfo } | 'gone' | 'lost' };

export const loader = (_client: QueryClient) => async (): Promise<Found> => {
  const token = linkToken();
  const session = await call(readSession, {});
  if (token === null) return { session, link: 'lost' };
  try {
    return { session, link: { token, info: await call(inspectLink, { body: { token } }) } };
  } catch (error) {
    // A malformed token gets the same page as a used or expired one.
    const dead =
      error instanceof ApiError && ['link_invalid', 'validation_failed'].includes(error.problem.code);
    if (dead) return { session, link: 'gone' };
    throw error;
  }
};

export function Component() {
  const { session, link } = useLoaderData<Found>();
  useNewLinkInSameTab();
  if (typeof link === 'string') return <DeadLink session={session} lost={link === 'lost'} />;
  return <OpenLink session={session} {...link} />;
}

function OpenLink({ session, token, info }: { session: SessionState; token: string; info: LinkInfo }) {
  const { t, format } = useT();
  const onSignedIn = useAccepted(info);
  return (
    <EntryFrame title={t(`link.title_${info.kind}`)} session={session}>
      <p>{t(`link.intro_${info.kind}`)}</p>
      <p className={styles.note}>{t('link.valid_until', { moment: format.dateTime(info.expiresAt) })}</p>
      <NewPasswordForm token={token} info={info} onSignedIn={onSignedIn} />
    </EntryFrame>
  );
}

function DeadLink({ session, lost }: { session: SessionState; lost: boolean }) {
  const { t } = useT();
  return (
    <EntryFrame title={t('link.gone_title')} session={session}>
      <p>{t(lost ? 'link.reopen' : 'link.gone_why')}</p>
      {!lost && (
        <p className={styles.note}>
          <T id="link.gone_next" tags={{ code: <code className={styles.command} /> }} />
        </p>
      )}
      <p>
        <Link to={paths.signIn()}>{t('session.title')}</Link>
      </p>
    </EntryFrame>
  );
}

/** After acceptance the first administrator goes to the first steps, any other person to the start page. */
function useAccepted({ kind }: LinkInfo): (session: SessionState) => void {
  const client = useQueryClient();
  const navigate = useNavigate();
  const { adopt } = usePreferences();
  return (session) => {
    client.setQueryData(sessionQuery.queryKey, session);
    if (session.me) void adopt(session.me.profile);
    navigate(kind === 'first_administrator' ? paths.firstSteps() : '/', { replace: true });
  };
}

/**
 * Reloads if another link is pasted into this tab: it changes only the URL's fragment, which loads nothing by itself.
 */
function useNewLinkInSameTab(): void {
  useEffect(() => {
    const load = () => location.reload();
    addEventListener('hashchange', load);
    return () => removeEventListener('hashchange', load);
  }, []);
}
