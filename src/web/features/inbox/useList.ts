/** Hooks of the inbox: the query in the URL, the loaded page and counts, and navigation. */
import { useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { type Counts, countRequests, listRequests } from '#contract/requests-read.ts';
import { queryOf } from '#web/api/query.ts';
import { paths } from '#web/app/paths.ts';
import type { QueryPatch } from '#web/lib/url-query.ts';
import { useGoingParams, useLatestParams } from '#web/lib/useLatestParams.ts';
import { useMe } from '#web/lib/useMe.ts';
import { listCall, listLink, readListQuery } from './list-query.ts';

export function useListQuery() {
  const { roles } = useMe();
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const latest = useLatestParams();
  const going = useGoingParams();
  return useMemo(() => {
    const query = readListQuery(params, roles);
    return {
      params,
      query,
      linkTo: (patch: QueryPatch) => listLink(going, patch),
      go: (patch: QueryPatch) => navigate(listLink(latest(), patch), { preventScrollReset: true }),
      /** The link contains the list's URL, so that the request's page can go on through the list and back to it. */
      requestLink: (reference: string) =>
        paths.request(
          reference,
          listLink(params, { view: query.view, cursor: query.cursor, at: query.at }).slice(1),
        ),
    };
  }, [params, roles, navigate, latest, going]);
}

export function useListPage() {
  const { query } = useListQuery();
  return useSuspenseQuery(queryOf(listRequests, listCall(query)));
}

export function useCounts(): Counts {
  return useSuspenseQuery(queryOf(countRequests, {})).data;
}
