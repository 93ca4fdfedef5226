/** Shows a taken request in the lists that contain it, at the same position. */
import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '#contract/endpoint.ts';
import type { RequestDetail } from '#contract/request-shapes.ts';
import { listRequests } from '#contract/requests-read.ts';

type Page = ResponseOf<typeof listRequests>;

/**
 * Keeps the time at which each list was fetched: J and K on a request's page walk the list that was fetched last, and a
 * list visited earlier must not take its place.
 */
export function putTaken(client: QueryClient, detail: RequestDetail): void {
  for (const { queryKey, state } of client.getQueryCache().findAll({ queryKey: [listRequests.id] })) {
    const page = state.data as Page | undefined;
    if (page?.items.some(({ id }) => id === detail.id))
      client.setQueryData<Page>(queryKey, withTaken(page, detail), { updatedAt: state.dataUpdatedAt });
  }
}

/** The page with what taking changes in the row; a request that changed in any other way is not taken. */
function withTaken(page: Page, { id, status, version, assignee, move }: RequestDetail): Page {
  if (!assignee) return page;
  return {
    ...page,
    staff: [...page.staff.filter((person) => person.id !== assignee.id), assignee],
    items: page.items.map((row) => {
      if (row.id !== id) return row;
      const { moveBy: _, ...kept } = row;
      return { ...kept, status, version, move: move.code, assignee: assignee.id };
    }),
  };
}
