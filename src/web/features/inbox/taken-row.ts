/** Shows a taken request in the lists that contain it, at the same position. */
import type { QueryClient } from '@tanstack/react-query';
import type { ResponseOf } from '#contract/endpoint.ts';
import { type RequestDetail, RequestRow } from '#contract/request-shapes.ts';
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

/** The page with the row replaced by the server's current version. */
function withTaken(page: Page, detail: RequestDetail): Page {
  return {
    ...page,
    items: page.items.map((row) => (row.id === detail.id ? { ...row, ...plainOf(detail) } : row)),
  };
}

/** The fields of a row that the detail contains; the preview of the message is kept from the list. */
function plainOf(detail: RequestDetail): Partial<RequestRow> {
  const kept = Object.keys(RequestRow.shape).filter((name) => name !== 'preview');
  return Object.fromEntries(Object.entries(detail).filter(([name]) => kept.includes(name)));
}
