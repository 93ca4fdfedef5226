/** The URL of the log: parses its filter, builds the API calls from it, and builds the links that change it. */
import { z } from 'zod';
import { AuditFilter, type listAuditEvents } from '#contract/audit.ts';
import type { countAuditDays } from '#contract/audit-days.ts';
import type { CallOf } from '#contract/endpoint.ts';
import { CivilDay, Id } from '#contract/wire.ts';
import { addDays, type CivilDate, startOfDay } from '#domain/time/civil.ts';
import { parseQuery, type QueryPatch, withQuery } from '#web/lib/url-query.ts';
import { type DayRange, listDays, PRESETS, pictureDays } from './when-range.ts';

export const TABS = ['words', 'json', 'context'] as const;

/** `2026-11-02`, or `2026-11-01_2026-11-05` if the picked bar covers several days. */
const Picked = z
  .string()
  .transform((text) => {
    const [from = '', to = from] = text.split('_');
    return { from, to };
  })
  .pipe(z.object({ from: CivilDay, to: CivilDay }));

/**
 * The contract's filter with days instead of instants, plus the event open beside the list and the tab of its panel.
 */
const AuditUrl = AuditFilter.omit({ limit: true, from: true, to: true }).extend({
  when: z.enum(PRESETS).optional(),
  from: CivilDay.optional(),
  to: CivilDay.optional(),
  on: Picked.optional(),
  /** Number of rows before the cursor, for "51–100 of …": a cursor page does not contain its offset. */
  at: z.coerce.number().int().min(0).max(100_000_000).optional(),
  event_id: Id.optional(),
  tab: z.enum(TABS).optional(),
});
export type AuditQuery = z.output<typeof AuditUrl>;

export function readAuditQuery(params: URLSearchParams): AuditQuery {
  return parseQuery(params, AuditUrl);
}

/** The call that loads a page of the log; the open event does not affect it. */
export function auditCall(query: AuditQuery, today: CivilDate): CallOf<typeof listAuditEvents> {
  return { query: filled({ ...filterOf(query, listDays(query, today)), cursor: query.cursor }) };
}

/** The call that counts the days of the picture: the same filter over the picture's own range of days. */
export function daysCall(query: AuditQuery, today: CivilDate): CallOf<typeof countAuditDays> {
  return { query: filled(filterOf(query, pictureDays(query, today))) };
}

function filterOf(query: AuditQuery, { from, to }: DayRange) {
  const { actor, event, object, outcome, purpose, read, group } = query;
  return {
    ...{ actor, object, outcome, purpose, read, group },
    from: from && startOfDay(from).toString(),
    // The API takes an exclusive end, the URL an inclusive last day.
    to: to && startOfDay(addDays(to, 1)).toString(),
    event: event && event.length > 0 ? event.join(',') : undefined,
  };
}

/** Drops unset parameters, so that equal filters give equal query keys. */
function filled<T extends Record<string, unknown>>(given: T): Partial<T> {
  const said = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
  return Object.fromEntries(said) as Partial<T>;
}

const BESIDE: readonly string[] = ['event_id', 'tab'];

/** Whether two URLs load the same list; opening a row must not load it again, because each load is logged. */
export function asksTheSame(one: URL, other: URL): boolean {
  const asked = ({ searchParams }: URL) =>
    [...searchParams]
      .filter(([name]) => !BESIDE.includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .toSorted()
      .join('&');
  return asked(one) === asked(other);
}

/** `?…` for another filter: the list starts at its first page, and the open event is closed. */
export function filterLink(params: URLSearchParams, patch: QueryPatch): string {
  return `?${withQuery(params, { at: null, event_id: null, tab: null, ...patch })}`;
}

/** `?…` with another event open; the list keeps its page. */
export function eventLink(params: URLSearchParams, patch: QueryPatch): string {
  return `?${withQuery(params, { cursor: params.get('cursor'), ...patch })}`;
}

export function nextPageLink(params: URLSearchParams, query: AuditQuery, next: string, shown: number) {
  return filterLink(params, { cursor: next, at: (query.at ?? 0) + shown });
}

/** The filter of each chip, with the URL parameters it consists of. */
const FILTERS = {
  when: ['when', 'from', 'to', 'on'],
  action: ['read', 'group', 'event'],
  who: ['actor'],
  object: ['object'],
  outcome: ['outcome'],
  purpose: ['purpose'],
} as const satisfies Record<string, readonly (keyof AuditQuery)[]>;
export type FilterName = keyof typeof FILTERS;
export const filterNames = Object.keys(FILTERS) as readonly FilterName[];

export function isSet(query: AuditQuery, name: FilterName): boolean {
  return FILTERS[name].some((part) => {
    const value = query[part];
    return Array.isArray(value) ? value.length > 0 : value !== undefined && value !== '';
  });
}

export function clearing(...names: readonly FilterName[]): QueryPatch {
  return Object.fromEntries(names.flatMap((name) => FILTERS[name]).map((part) => [part, null]));
}
