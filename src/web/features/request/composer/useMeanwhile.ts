/** What has changed since the writing began: between the record then on the page and the one now on it. */
import { createContext, use, useState } from 'react';
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';
import { useMe } from '#web/lib/useMe.ts';
import { useRequest } from '../useRequest.ts';
import type { Conflict } from '../useRequestChange.ts';

/** The record as it was when the composer was opened. */
export const BeganContext = createContext<RequestDetail | null>(null);

type Message = Extract<TimelineItem, { kind: 'message' }>;

export type Meanwhile = {
  /** The two records, if somebody else has changed something between them. */
  change: Conflict | null;
  /** Letters sent and answers recorded meanwhile, also the writer's own, from another tab for instance. */
  letters: readonly Message[];
};

export function useMeanwhile(): Meanwhile {
  const now = useRequest();
  const { id: me } = useMe();
  const before = use(BeganContext) ?? now;
  const known = new Set(before.timeline.map(({ id }) => id));
  const fresh = now.timeline.filter(({ id }) => !known.has(id));
  return {
    change: fresh.some(({ by }) => by?.id !== me) ? { before, now } : null,
    letters: fresh.filter((item): item is Message => item.kind === 'message' && item.direction === 'out'),
  };
}

/** The record at the moment at which `isWriting` became true. */
export function useBegan(isWriting: boolean): RequestDetail {
  const detail = useRequest();
  const [{ was, began }, setBegan] = useState({ was: isWriting, began: detail });
  if (was === isWriting) return began;
  setBegan({ was: isWriting, began: detail });
  return detail;
}
