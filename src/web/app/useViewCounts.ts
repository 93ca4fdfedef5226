/** The figures beside the views: asked once on arrival, and again only when the queue itself is read again. */
import { useQuery } from '@tanstack/react-query';
import { countRequests } from '#contract/requests-read.ts';
import type { RequestView } from '#domain/request/views.ts';
import { queryOf } from '#web/api/query.ts';
import { useCan } from '#web/lib/useMe.ts';

/** Null while unknown, where a view has no figure of its own, and for whoever lists no requests. */
export function useViewCounts(): (view: RequestView | undefined) => number | null {
  const listing = useCan('request.list').ok;
  const { data } = useQuery({ ...queryOf(countRequests, {}), enabled: listing });
  return (view) => (view && data?.views[view]) ?? null;
}
