/** The request of the page, for every part of it: the loader's own answer, changed only by what one does or asks to see. */
import { createContext, useContext } from 'react';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { getRequest } from '#contract/requests-read.ts';
import type { Action } from '#domain/access/actions.ts';
import type { RequestFacts } from '#domain/access/conditions.ts';
import { queryOf } from '#web/api/query.ts';

export const RequestContext = createContext<RequestDetail | null>(null);

export function useRequest(): RequestDetail {
  const detail = useContext(RequestContext);
  if (!detail) throw new Error('RequestContext is missing above this component');
  return detail;
}

export function requestQuery(reference: string) {
  return queryOf(getRequest, { params: { id: reference } });
}

export type Verdict = { ok: boolean; why: string | null };

/** What the server said of an action on this very request. */
export function verdictOf({ allowed }: Pick<RequestDetail, 'allowed'>, action: Action): Verdict {
  return allowed.find((each) => each.action === action) ?? { ok: false, why: 'role' };
}

/** Refused for good: the role has it nowhere, or not on such requests; a menu does not offer it. */
export function isClosedToRole({ ok, why }: Verdict): boolean {
  return !ok && (why === 'role' || why === 'track');
}

/** What the rules ask about a request, from what crossed the wire. */
export function factsOf({ type, status, assignee, decision, blocked }: RequestDetail): RequestFacts {
  return {
    type,
    status,
    assigneeId: assignee?.id ?? null,
    proposerId: decision?.proposedBy.id ?? null,
    blocked,
  };
}
