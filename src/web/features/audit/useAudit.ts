/** Hooks of the log's page: the filter in the URL, the loaded page, the names behind ids, and navigation. */
import { useQuery, useSuspenseQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import { listAuditEvents } from '#contract/audit.ts';
import { listStaffNames } from '#contract/staff.ts';
import { queryOf } from '#web/api/query.ts';
import type { QueryPatch } from '#web/lib/url-query.ts';
import { useGoingParams, useLatestParams } from '#web/lib/useLatestParams.ts';
import { useToday } from '#web/lib/useNow.ts';
import { auditCall, eventLink, filterLink, readAuditQuery } from './audit-query.ts';
import type { Names } from './filter-words.ts';

export function useAuditQuery() {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const latest = useLatestParams();
  const going = useGoingParams();
  return useMemo(() => {
    const options = { preventScrollReset: true } as const;
    return {
      params,
      query: readAuditQuery(params),
      filterTo: (patch: QueryPatch) => filterLink(going, patch),
      filter: (patch: QueryPatch) => navigate(filterLink(latest(), patch), options),
      eventTo: (id: string) => eventLink(params, { event_id: id }),
      /** Opens or closes the panel. With `replace`, going from one event to the next adds no history entries. */
      show: (patch: QueryPatch, replace = false) =>
        navigate(eventLink(latest(), patch), { ...options, replace }),
    };
  }, [params, navigate, latest, going]);
}

export function useAuditPage() {
  const { query } = useAuditQuery();
  return useSuspenseQuery(queryOf(listAuditEvents, auditCall(query, useToday())));
}

/** Names of colleagues come from the staff list, names of objects only from the rows of the loaded page. */
export function useNames(): Names & { people: readonly { id: string; name: string }[] } {
  const { items } = useAuditPage().data;
  const { data } = useQuery(queryOf(listStaffNames, {}));
  return useMemo(() => {
    const people = data?.items ?? [];
    const actors = items.map(({ actor }) => actor);
    return {
      people,
      person: (id) =>
        people.find((each) => each.id === id)?.name ?? actors.find((each) => each.id === id)?.name ?? null,
      object: (id) => items.find(({ object }) => object?.id === id)?.object?.label ?? null,
    };
  }, [data, items]);
}
