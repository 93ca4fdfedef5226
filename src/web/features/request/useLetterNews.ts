/**
 * Follows the letters of the request on the page: when the mail server has answered, the letter, the due badge and the
 * progress show it in place. What is fetched holds nothing personal, so it is no opening; a change by another person is
 * still shown only on request (NewsStrip).
 */
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef } from 'react';
import { useParams } from 'react-router';
import type { RequestDetail, RequestState } from '#contract/request-shapes.ts';
import { countRequests, followRequest } from '#contract/requests-read.ts';
import { call } from '#web/api/call.ts';
import { liveStore } from '#web/lib/live.ts';
import { useLiveChanges } from '#web/lib/useLiveChanges.ts';
import { requestQuery, useRequest } from './useRequest.ts';

export function useLetterNews(): void {
  const { id } = useRequest();
  const { reference = '' } = useParams();
  const client = useQueryClient();
  const heard = useLiveChanges().letterIds.has(id);
  /** Number of the latest call, because an earlier answer may arrive after it. */
  const latest = useRef(0);
  useEffect(() => {
    if (!heard) return;
    latest.current += 1;
    const turn = latest.current;
    // Before the call, so that news of the letter that arrives during it is followed too.
    liveStore.letterSeen(id);
    const { queryKey } = requestQuery(reference);
    const tellChanged = () => liveStore.tell([{ id, change: 'changed' }]);
    call(followRequest, { params: { id } }).then((now) => {
      const before = client.getQueryData(queryKey);
      if (!before || turn !== latest.current) return;
      const after = withState(before, now);
      if (!after) return tellChanged();
      client.setQueryData(queryKey, after);
      if (after.answeredAt !== before.answeredAt)
        void client.invalidateQueries({ queryKey: [countRequests.id] });
    }, tellChanged);
  }, [heard, id, reference, client]);
}

/** The record with the present state of its letters; null if it has another version, so that its texts may differ. */
function withState(detail: RequestDetail, { letters, ...plain }: RequestState): RequestDetail | null {
  if (plain.version !== detail.version) return null;
  const states = new Map(letters.map(({ id, state }) => [id, state]));
  return {
    ...detail,
    ...plain,
    timeline: detail.timeline.map((item) =>
      item.kind === 'message' ? { ...item, state: states.get(item.id) ?? item.state } : item,
    ),
  };
}
