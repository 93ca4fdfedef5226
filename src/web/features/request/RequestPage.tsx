/** One request: its clock, whose move it is, what was said and done, and the person as far as the viewer may see. */

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
    // What was announced before the call is in its answer; what came meanwhile may not be.
    if (heard.changedIds.has(id) || heard.newIds.has(id)) liveStore.seen(id);
    return null;
  };

/** The filter of the timeline stands in the URL, and choosing it is not opening the request once more. */
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
