/** The log the URL asks for: its filter, its page from the server, the names behind ids, and the ways to change it. */
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
      /** What is open beside the list; going from one to the next leaves no steps behind for the Back button. */
      show: (patch: QueryPatch, replace = false) =>
        navigate(eventLink(latest(), patch), { ...options, replace }),
    };
  }, [params, navigate, latest, going]);
}

export function useAuditPage() {
  const { query } = useAuditQuery();
  return useSuspenseQuery(queryOf(listAuditEvents, auditCall(query, useToday())));
}

/** Colleagues are asked for by name list, objects are known from the rows that are in sight. */
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
