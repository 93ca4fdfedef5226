/** Reads the session from the server again without extending it, and acts on what has changed. */
import type { QueryClient } from '@tanstack/react-query';
import { readSession, type SessionState } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { sessionQuery } from '#web/lib/useMe.ts';

/**
 * An ended session keeps the screen and asks to sign in again; a session of another user reloads the page.
 * @throws NoAnswer when the server is down
 */
export async function refreshSession(client: QueryClient): Promise<void> {
  const session = await call(readSession, {});
  const known = client.getQueryData<SessionState>(sessionQuery.queryKey)?.me;
  if (!session.me) return sessionLoss.tell();
  if (known && known.id !== session.me.id) return location.reload();
  client.setQueryData<SessionState>(sessionQuery.queryKey, session);
  // Another tab may have signed in again while this one was waiting for it.
  if (sessionLoss.read()) await welcomeBack(client);
}

/** Call after the same person has signed in again: repeats the queries that failed in the meantime. */
export async function welcomeBack(client: QueryClient): Promise<void> {
  sessionLoss.mend();
  await client.refetchQueries({ predicate: ({ state }) => state.status === 'error' });
}
