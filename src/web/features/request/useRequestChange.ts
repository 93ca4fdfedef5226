/** A change of this request on the version that is on the screen; a newer one is shown, and what was typed stays. */
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useParams } from 'react-router';
import type { z } from 'zod';
import type { CallOf, Endpoint, ResponseOf } from '#contract/endpoint.ts';
import { RequestDetail } from '#contract/request-shapes.ts';
import { countRequests } from '#contract/requests-read.ts';
import { ApiError, call } from '#web/api/call.ts';
import { useProblemText } from '#web/lib/useProblemText.ts';
import { requestQuery, useRequest } from './useRequest.ts';

type ChangeEndpoint = Endpoint & { body: z.ZodType; response: typeof RequestDetail };

/** The record before and after somebody else's change. */
export type Conflict = { before: RequestDetail; now: RequestDetail };

export type RequestChange<E extends ChangeEndpoint> = {
  send: (body: z.input<E['body']>) => void;
  busy: boolean;
  /** Ready to read; null when nothing is wrong, or a conflict says it better. */
  error: string | null;
  faults: Readonly<Record<string, string>>;
  conflict: Conflict | null;
};

export function useRequestChange<E extends ChangeEndpoint>(
  endpoint: E,
  onDone: (detail: RequestDetail) => void,
): RequestChange<E> {
  const detail = useRequest();
  const client = useQueryClient();
  const put = usePutRequest();
  const { textOf, faultsOf } = useProblemText();
  const [conflict, setConflict] = useState<Conflict | null>(null);
  const change = useMutation<ResponseOf<E>, unknown, { body: z.input<E['body']>; version: number }>({
    mutationKey: [endpoint.id],
    mutationFn: (given) => call(endpoint, { params: { id: detail.id }, ...given } as unknown as CallOf<E>),
    onSuccess: (answer) => {
      void client.invalidateQueries({ queryKey: [countRequests.id] });
      put(answer as RequestDetail);
      onDone(answer as RequestDetail);
    },
    onError: (error) => {
      const now = currentIn(error);
      if (!now) return;
      setConflict({ before: detail, now });
      put(now);
    },
  });
  const send = (body: z.input<E['body']>) => {
    if (change.isPending) return;
    setConflict(null);
    change.mutate({ body, version: detail.version });
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

/** Puts a record the server has just sent in the page's place. */
export function usePutRequest(): (detail: RequestDetail) => void {
  const client = useQueryClient();
  const { reference = '' } = useParams();
  return (detail) => {
    client.setQueryData(requestQuery(reference).queryKey, detail);
  };
}

/** With a stale version the server sends the record as it is now. */
function currentIn(error: unknown): RequestDetail | null {
  if (!(error instanceof ApiError) || error.problem.code !== 'stale_version') return null;
  const parsed = RequestDetail.safeParse(error.problem.current);
  return parsed.success ? parsed.data : null;
}
