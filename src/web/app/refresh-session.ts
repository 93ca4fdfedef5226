/** Reads the session from the server again without extending it, and acts on what has changed. */
import type { QueryClient } from '@tanstack/react-query';
import { readSession, type SessionState } from '#contract/session.ts';
import { call } from '#web/api/call.ts';
import { sessionLoss } from '#web/api/session-loss.ts';
import { sessionQuery } from '#web/lib/useMe.ts';
import { systemClock } from '#web/lib/useNow.ts';

/**
 * An ended session, one of another user and one with other roles take the page off the screen.
 * @throws NoAnswer when the server is down
 */
export async function refreshSession(client: QueryClient): Promise<void> {
  const session = await call(readSession, {});
  const known = client.getQueryData<SessionState>(sessionQuery.queryKey)?.me;
  if (!session.me) return sessionLoss.tell();
  // What this page holds was shown to another viewer. The sign-in page finds a session and leads back here.
  if (known && !isSameViewer(known, session.me)) return sessionLoss.tell();
  client.setQueryData<SessionState>(sessionQuery.queryKey, session);
}

/** As refreshSession; without an answer the session ends when the time has passed that the server last gave it. */
export async function checkSession(client: QueryClient): Promise<void> {
  try {
    await refreshSession(client);
  } catch {
    const until = client.getQueryData<SessionState>(sessionQuery.queryKey)?.idleUntil;
    if (until && Temporal.Instant.compare(systemClock(), Temporal.Instant.from(until)) >= 0)
      sessionLoss.tell();
  }
}

type Viewer = NonNullable<SessionState['me']>;

function isSameViewer(one: Viewer, other: Viewer): boolean {
  return one.id === other.id && one.roles.toSorted().join() === other.roles.toSorted().join();
}
