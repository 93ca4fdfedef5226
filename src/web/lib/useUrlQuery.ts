/** Filters, sort and open row of a page, read from the URL and changed by navigating. */
import { useCallback, useMemo } from 'react';
import { useNavigate, useSearchParams } from 'react-router';
import type { z } from 'zod';
import { parseQuery, type QueryPatch, withQuery } from './url-query.ts';
import { useGoingParams, useLatestParams } from './useLatestParams.ts';

export type UrlQuery<S extends z.ZodObject> = {
  query: z.output<S>;
  /** Changes the URL; `replace` adds no entry to the history, for instance while typing in a filter. */
  setQuery: (patch: QueryPatch, options?: { replace?: boolean }) => void;
  /** The `?…` of a link that makes the change. */
  linkTo: (patch: QueryPatch) => string;
};

export function useUrlQuery<S extends z.ZodObject>(schema: S): UrlQuery<S> {
  const [params] = useSearchParams();
  const navigate = useNavigate();
  const latest = useLatestParams();
  const going = useGoingParams();
  const query = useMemo(() => parseQuery(params, schema), [params, schema]);
  const setQuery = useCallback(
    (patch: QueryPatch, options: { replace?: boolean } = {}) =>
      navigate(`?${withQuery(latest(), patch)}`, {
        replace: options.replace ?? false,
        // Filters change above a list that is being read, so the page must not jump to its top.
        preventScrollReset: true,
      }),
    [navigate, latest],
  );
  const linkTo = useCallback((patch: QueryPatch) => `?${withQuery(going, patch)}`, [going]);
  return { query, setQuery, linkTo };
}
