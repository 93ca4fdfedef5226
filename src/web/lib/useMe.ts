/** The signed-in user and their permissions; every page under the shell has a session. */
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

/** The signed-in user; only below the shell, whose middleware redirects visitors without a session. */
export function useMe(): Me {
  const { me } = useSession();
  if (!me) throw new Error('nobody is signed in: useMe belongs below the shell');
  return me;
}

/** Whether the user may carry out the action, with the reason for a refusal; `facts` for an action on one request. */
export function useCan(action: Action, facts?: RequestFacts): Verdict {
  const { id, roles } = useMe();
  return can({ id, roles }, action, facts);
}
