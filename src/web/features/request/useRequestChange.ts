/**
 * Changes the displayed version of the request. If that is stale, the page shows the newer one and keeps typed input.
 */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { z } from 'zod';
import type { Endpoint } from '#contract/endpoint.ts';
import { RequestDetail } from '#contract/request-shapes.ts';
import { countRequests } from '#contract/requests-read.ts';
import type { BareChange, ChangeEndpoint } from '#contract/requests-write.ts';
import type { Action } from '#domain/access/actions.ts';
import { ApiError, call } from '#web/api/call.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { useT } from '#web/lib/useT.ts';
import { requestQuery, useRequest } from './useRequest.ts';

/** The displayed version, and the newer one that another person's change made. */
export type Conflict = { before: RequestDetail; now: RequestDetail };

export type RequestChange<E extends ChangeEndpoint> = {
  /** Resolves with the changed record; null if it was not changed, which the fields below describe. */
  send: (body: z.input<E['body']>) => Promise<RequestDetail | null>;
  busy: boolean;
  /** Error text; null without an error, or if `conflict` or `faults` describe it. */
  error: string | null;
  /** Error texts by field of the body. */
  faults: Readonly<Record<string, string>>;
  conflict: Conflict | null;
};

/** A change with a body, for a dialog or a panel that shows errors itself. */
export function useRequestChange<E extends ChangeEndpoint>(
  endpoint: E,
  onDone: (detail: RequestDetail) => void,
): RequestChange<E> {
  const { textOf, faultsOf } = useProblemText();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const change = useChangeMutation();
  const send = (body: z.input<E['body']>) => {
    if (change.isPending) return Promise.resolve(null);
    setConflict(null);
    return change.mutateAsync({ endpoint, body, onDone, onConflict: setConflict }).catch(() => null);
  };
  const faults = faultsOf(change.error);
  const isSaid = conflict !== null || Object.keys(faults).length > 0;
  return {
    send,
    busy: change.isPending,
    error: change.error && !isSaid ? textOf(change.error) : null,
    faults,
    conflict,
  };
}

/** Changes with an empty body, sent by one press; the caller shows errors. */
export function useBareChange(): {
  send: (endpoint: BareChange, on: { done: () => void; fault: (text: string) => void }) => void;
  pending: Action | null;
} {
  const { t } = useT();
  const { textOf } = useProblemText();
  const change = useChangeMutation();
  return {
    send: (endpoint, { done, fault }) => {
      if (change.isPending) return;
      change.mutate({
        endpoint,
        body: {},
        onDone: done,
        onConflict: () => fault(t('error.stale_version')),
        onFault: (error) => fault(textOf(error)),
      });
    },
    pending: change.isPending ? change.variables.endpoint.action : null,
  };
}

/** The callbacks travel with the mutation's variables, because the button that sent it may be unmounted by then. */
type Sent = {
  endpoint: ChangeEndpoint;
  body: unknown;
  onDone: (detail: RequestDetail) => void;
  onConflict: (conflict: Conflict) => void;
  onFault?: (error: unknown) => void;
};

function useChangeMutation() {
  const detail = useRequest();
  const client = useQueryClient();
  const put = usePutRequest();
  return useMutation<RequestDetail, unknown, Sent>({
    mutationFn: ({ endpoint, body }) =>
      call<Endpoint>(endpoint, {
        params: { id: detail.id },
        body,
        version: detail.version,
        // `call` cannot type the options of an arbitrary endpoint; the hooks above check the body against theirs.
      } as never) as Promise<RequestDetail>,
    onSuccess: (answer, { onDone }) => {
      void client.invalidateQueries({ queryKey: [countRequests.id] });
      put(answer);
      onDone(answer);
    },
    onError: (error, { onConflict, onFault }) => {
      const now = currentIn(error);
      if (!now) return onFault?.(error);
      onConflict({ before: detail, now });
      put(now);
    },
  });
}

/** Replaces the page's record with one the server has just sent. */
export function usePutRequest(): (detail: RequestDetail) => void {
  const client = useQueryClient();
  const { reference = '' } = useParams();
  return (detail) => {
    client.setQueryData(requestQuery(reference).queryKey, detail);
  };
}

/** The current record that the server sends with a `stale_version` error (412); null for any other error. */
function currentIn(error: unknown): RequestDetail | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'stale_version') return null;
  const parsed = RequestDetail.safeParse(error.problem.current);
  return parsed.success ? parsed.data : null;
}
