/** Route of one request: loads it, and decides when to load it again, because the server logs each opening. */
import type { QueryClient } from '@tanstack/react-query';
import { useSuspenseQuery } from '@tanstack/react-query';
import { type LoaderFunctionArgs, type ShouldRevalidateFunction, useParams } from 'react-router';
import { getRequest } from '#contract/requests-read.ts';
import { open } from '#web/api/query.ts';
import { liveStore } from '#web/lib/live.ts';
import { RequestView } from './RequestView.tsx';
import { RequestContext, requestQuery } from './useRequest.ts';

export const loader =
  (client: QueryClient) =>
  async ({ params }: LoaderFunctionArgs): Promise<null> => {
    const heard = liveStore.read();
    const { id } = await open(client, getRequest, { params: { id: params.reference ?? '' } });
    // Changes announced before the call are in its response; those announced during the call may not be.
    if (heard.changedIds.has(id) || heard.newIds.has(id)) liveStore.seen(id);
    return null;
  };

/** The timeline's filter is in the URL; choosing it must not load, and so log, the request again. */
export const shouldRevalidate: ShouldRevalidateFunction = ({
  currentUrl,
  nextUrl,
  defaultShouldRevalidate,
}) => {
  if (currentUrl.pathname !== nextUrl.pathname) return true;
  return currentUrl.search === nextUrl.search && defaultShouldRevalidate;
};

export function Component() {
  const { reference = '' } = useParams();
  const { data } = useSuspenseQuery(requestQuery(reference));
  return (
    <RequestContext value={data}>
      <RequestView key={data.id} />
    </RequestContext>
  );
}
