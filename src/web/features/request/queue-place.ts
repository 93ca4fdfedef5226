/**
 * The position of a request in the list it was opened from. The list is a snapshot, so later changes do not move it.
 */
import type { QueryClient } from '@tanstack/react-query';
import type { CallOf } from '#contract/endpoint.ts';
import { countRequests, listRequests, type RequestPage } from '#contract/requests-read.ts';
import { queryOf } from '#web/api/query.ts';
import { totalOf } from '#web/lib/list-total.ts';

type Asked = CallOf<typeof listRequests>;

/** Snapshot of the displayed page of the list; it holds reference numbers only, because it is stored in the history. */
export type Queue = {
  references: readonly string[];
  /** Number of rows before this page. */
  before: number;
  total: number;
  /** The count was capped, so the list is longer than `total`. */
  capped: boolean;
};

export type Place = {
  index: number;
  total: number;
  capped: boolean;
  previous: string | null;
  next: string | null;
};

/** Null if the request is not on the page, or if the list has no other. */
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

/**
 * Builds the queue from the cached page: a new request to the server could return another list, and would be logged.
 */
export function queueFrom(client: QueryClient, from: string, reference: string): Queue | null {
  const list = client
    .getQueryCache()
    .findAll({ queryKey: [listRequests.id] })
    .toSorted((a, b) => b.state.dataUpdatedAt - a.state.dataUpdatedAt)
    .map(({ queryKey, state }) => ({
      asked: queryKey[1] as Asked,
      page: state.data as RequestPage | undefined,
    }))
    .find(({ page }) => page?.items.some((row) => row.reference === reference));
  if (!list?.page) return null;
  const at = Number(new URLSearchParams(from).get('at') ?? 0);
  const before = Number.isSafeInteger(at) && at > 0 ? at : 0;
  const counts = client.getQueryData(queryOf(countRequests, {}).queryKey);
  const { count, capped } = totalOf(list.page, list.asked.query?.view ?? 'open', counts?.views, before);
  return { references: list.page.items.map((row) => row.reference), before, total: count, capped };
}

/** Reads the queue from the history's state, which is untrusted: an earlier version of the app may have written it. */
export function queueIn(state: unknown): Queue | null {
  if (typeof state !== 'object' || state === null || !('queue' in state)) return null;
  const { queue } = state as { queue: Partial<Queue> | null };
  const isQueue =
    Array.isArray(queue?.references) && typeof queue.before === 'number' && typeof queue.total === 'number';
  return isQueue ? (queue as Queue) : null;
}
