/**
 * The URL of the inbox: parses its filter with the role's default view, and builds the call and the links that change
 * it.
 */
import { z } from 'zod';
import type { CallOf } from '#contract/endpoint.ts';
import { type listRequests, RequestFilter } from '#contract/requests-read.ts';
import { holds } from '#domain/access/can.ts';
import type { Role } from '#domain/access/roles.ts';
import { holdsOpen, type RequestView } from '#domain/request/views.ts';
import { type CivilDate, daysBetween } from '#domain/time/civil.ts';
import { parseQuery, type QueryPatch, withQuery } from '#web/lib/url-query.ts';

/** `at`: number of rows before the cursor, for "51–100 of …": a cursor page does not contain its offset. */
const ListUrl = RequestFilter.extend({ at: z.coerce.number().int().min(0).max(1_000_000).optional() });
export type ListQuery = z.output<typeof ListUrl>;

/** The parameters that chips show and "clear" removes: all but view, order and page. */
const FILTERS = [
  'type',
  'status',
  'assignee',
  'language',
  'channel',
  'urgency',
  'dueFrom',
  'dueTo',
  'receivedFrom',
  'receivedTo',
] as const;

/** A role that cannot take requests has no steps of its own, so its `my_move` view would always be empty. */
export function defaultView(roles: readonly Role[]): RequestView {
  return holds(roles, 'request.take') ? 'my_move' : 'open';
}

export function readListQuery(params: URLSearchParams, roles: readonly Role[]): ListQuery {
  const query = parseQuery(params, ListUrl);
  return params.has('view') ? query : { ...query, view: defaultView(roles) };
}

/**
 * The call that loads a page of the list; equivalent URLs give equal query keys. An unfiltered view asks for no total,
 * because the counts of the views contain it.
 */
export function listCall(query: ListQuery) {
  const { at: _, type, status, channel, language, ...rest } = query;
  const given = Object.entries(rest).filter(([, value]) => value !== undefined);
  const several = Object.entries({ type, status, channel, language }).flatMap(([name, values]) =>
    values && values.length > 0 ? [[name, values.join(',')]] : [],
  );
  const total = hasFilter(query) ? [] : [['total', 'none']];
  return { query: Object.fromEntries([...given, ...several, ...total]) } as CallOf<typeof listRequests>;
}

/** `?…` after a change; any change starts at the first page. */
export function listLink(params: URLSearchParams, patch: QueryPatch): string {
  return `?${withQuery(params, { at: null, ...patch })}`;
}

/** `?…` of a view without filters: open requests by deadline, closed ones by closing date. */
export function viewLink(view: RequestView): string {
  const order = !holdsOpen(view) ? 'closed_last' : null;
  return listLink(new URLSearchParams(), { view, order });
}

export function nextPageLink(params: URLSearchParams, query: ListQuery, next: string, shown: number): string {
  return listLink(params, { cursor: next, at: (query.at ?? 0) + shown });
}

export function hasFilter(query: ListQuery): boolean {
  return FILTERS.some((name) => {
    const value = query[name];
    return Array.isArray(value) ? value.length > 0 : value !== undefined;
  });
}

export const NO_FILTER: QueryPatch = Object.fromEntries(FILTERS.map((name) => [name, null]));

type DueRange = { from: CivilDate | null; to: CivilDate };

/** A column of the horizon as a filter with the same condition as its count: open, unanswered, of any assignee. */
export function duePatch(range: DueRange | null): QueryPatch {
  if (!range) return { urgency: null, dueFrom: null, dueTo: null };
  return { view: 'open', urgency: 'unanswered', dueFrom: range.from, dueTo: range.to };
}

/** The column that matches the filter; null if none does. */
export function dueRange({ urgency, dueFrom, dueTo }: ListQuery): DueRange | null {
  return urgency === 'unanswered' && dueTo ? { from: dueFrom ?? null, to: dueTo } : null;
}

/** Whether the range is a single day, which is shown as a date. */
export function isOneDay(from: CivilDate | undefined, to: CivilDate | undefined): boolean {
  return from !== undefined && to !== undefined && daysBetween(from, to) === 0;
}
