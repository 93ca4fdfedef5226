/** Who is signed in and what they may do: the session every page under the shell can rely on. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { type Me, readSession, type SessionState } from '#contract/session.ts';
import type { Action } from '#domain/access/actions.ts';
import { can, type Verdict } from '#domain/access/can.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { queryOf } from '#web/api/query.ts';

export const sessionQuery = queryOf(readSession, {});

export function useSession(): SessionState {
  return useSuspenseQuery(sessionQuery).data;
}

/** The person; only below the shell, whose loader lets nobody else in. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in: useMe belongs below the shell');
  return me;
}

/** The rules' verdict on an action, with the why of a no; about one request where the action is about one. */
export function useCan(action: Action, facts?: RequestFacts): Verdict {
  const { id, roles } = useMe();
  return can({ id, roles }, action, facts);
}
