/** Asks the server how the session stands, without counting as a visit. */
import type { QueryClient } from '@tanstack/react-query';
import { readSession, type SessionState } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { sessionQuery } from '#web/lib/useMe.ts';

/**
 * The page keeps its person until he is known to be another: a session that is over leaves the screen as it is and
 * asks to sign in again; another person's page is loaded afresh. Throws NoAnswer when the server is away.
 */
export async function refreshSession(client: QueryClient): Promise<void> {
  const session = await call(readSession, {});
  const known = client.getQueryData<SessionState>(sessionQuery.queryKey)?.me;
  if (!session.me) return sessionLoss.tell();
  if (known && known.id !== session.me.id) return location.reload();
  client.setQueryData<SessionState>(sessionQuery.queryKey, session);
  if (sessionLoss.read()) await welcomeBack(client);
}

/** The same person is signed in again: whatever failed meanwhile is asked once more. */
export async function welcomeBack(client: QueryClient): Promise<void> {
  sessionLoss.mend();
  await client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
}
