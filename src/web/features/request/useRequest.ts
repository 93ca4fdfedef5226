/**
 * The request of the page, for all its components. It changes only by the viewer's own changes or on request
 * (NewsStrip).
 */
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

/** The server's verdict on an action for this request; an action it did not list is denied. */
export function verdictOf({ allowed }: Pick<RequestDetail, 'allowed'>, action: Action): Verdict {
  return allowed.find((each) => each.action === action) ?? { ok: false, why: 'role' };
}

/**
 * Whether the role lacks the action entirely or for this kind of request; menus then hide it instead of disabling it.
 */
export function isClosedToRole({ ok, why }: Verdict): boolean {
  return !ok && (why === 'role' || why === 'track');
}

/** The facts the access rules need, taken from the API's response. */
export function factsOf({ type, status, assignee, decision, blocked }: RequestDetail): RequestFacts {
  return {
    type,
    status,
    assigneeId: assignee?.id ?? null,
    proposerId: decision?.proposedBy.id ?? null,
    approved: decision !== null && decision.approvedAt !== null,
    blocked,
  };
}
