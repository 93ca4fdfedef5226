/** Navigation to the previous and next request of the list the page was opened from, and back to that list. */
import { useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useLocation, useNavigate, useSearchParams } from 'react-router';
import { paths } from '#web/app/paths.ts';
import { type Place, placeIn, queueFrom, queueIn } from './queue-place.ts';
import { useRequest } from './useRequest.ts';

type QueueWalk = {
  /** Null if the page was not opened from a list. */
  place: Place | null;
  go: (reference: string | null) => void;
  /** The address of the list, with its filters. */
  back: string;
};

export function useQueue(): QueueWalk {
  const { reference } = useRequest();
  const client = useQueryClient();
  const navigate = useNavigate();
  const { state } = useLocation();
  const from = useSearchParams()[0].get('from') ?? '';
  const queue = useMemo(
    () => queueIn(state) ?? queueFrom(client, from, reference),
    [state, client, from, reference],
  );
  return {
    place: queue && placeIn(queue, reference),
    go: (to) => {
      if (to !== null) void navigate(paths.request(to, from || undefined), { state: { queue } });
    },
    back: from === '' ? paths.inbox() : `${paths.inbox()}?${from}`,
  };
}
