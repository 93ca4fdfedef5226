/** Where a request stands in the list it was opened from. The list is frozen: what happens to it meanwhile moves nothing. */
import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '#contract/endpoint.ts';
import { listRequests } from '#contract/requests-read.ts';

type Page = ResponseOf<typeof listRequests>;

/** The page of the list as it was on the screen: numbers only. */
export type Queue = {
  references: readonly string[];
  /** Rows of the list before this page. */
  before: number;
  total: number;
  /** The list has more than its count says. */
  capped: boolean;
};

export type Place = {
  index: number;
  total: number;
  capped: boolean;
  previous: string | null;
  next: string | null;
};

/** Null where the request is not on the page, or is alone on it. */
export function placeIn(queue: Queue, reference: string): Place | null {
  const at = queue.references.indexOf(reference);
  if (at < 0 || queue.total < 2) return null;
  return {
    index: queue.before + at + 1,
    total: queue.total,
    capped: queue.capped,
    previous: queue.references[at - 1] ?? null,
    next: queue.references[at + 1] ?? null,
  };
}

/** From the page that is still in memory: asking the server anew would show, and log, another list. */
export function queueFrom(client: QueryClient, from: string, reference: string): Queue | null {
  const pages = client
    .getQueryCache()
    .findAll({ queryKey: [listRequests.id] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ state }) => state.data as Page | undefined);
  const page = pages.find((each) => each?.items.some((row) => row.reference === reference));
  if (!page) return null;
  const before = Number(new URLSearchParams(from).get('at') ?? 0);
  return {
    references: page.items.map((row) => row.reference),
    before: Number.isSafeInteger(before) && before > 0 ? before : 0,
    total: page.total.count,
    capped: page.total.capped,
  };
}

/** The history's state comes back from anywhere, so it is looked at before it is believed. */
export function queueIn(state: unknown): Queue | null {
  if (typeof state !== 'object' || state === null || !('queue' in state)) return null;
  const { queue } = state as { queue: Partial<Queue> | null };
  const isQueue =
    Array.isArray(queue?.references) && typeof queue.before === 'number' && typeof queue.total === 'number';
  return isQueue ? (queue as Queue) : null;
}
