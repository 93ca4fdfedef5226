/** What the URL of the log asks: its filter in days and words, the call behind it, and the links that change it. */
import { z } from 'zod';
import { AuditFilter, type listAuditEvents } from '#contract/audit.ts';
import type { CallOf } from '#contract/endpoint.ts';
import { CivilDay, Id } from '#contract/wire.ts';
import { addDays, type CivilDate, startOfDay } from '#domain/time/civil.ts';
import { parseQuery, type QueryPatch, withQuery } from '#web/lib/url-query.ts';

export const PRESETS = ['today', 'week', 'month'] as const;
const PRESET_DAYS = { today: 1, week: 7, month: 30 } as const satisfies Record<
  (typeof PRESETS)[number],
  number
>;
export const TABS = ['words', 'json', 'context'] as const;

/** The contract's filter with days instead of instants, and with what is open beside the list. */
const AuditUrl = AuditFilter.omit({ limit: true, from: true, to: true }).extend({
  when: z.enum(PRESETS).optional(),
  from: CivilDay.optional(),
  to: CivilDay.optional(),
  /** How many rows lie before the cursor. */
  at: z.coerce.number().int().min(0).max(100_000_000).optional(),
  event_id: Id.optional(),
  tab: z.enum(TABS).optional(),
});
export type AuditQuery = z.output<typeof AuditUrl>;

export function readAuditQuery(params: URLSearchParams): AuditQuery {
  return parseQuery(params, AuditUrl);
}

/** Days both included; a preset runs to the present. */
function daysOf(query: AuditQuery, today: CivilDate): { from?: CivilDate; to?: CivilDate } {
  if (query.when) return { from: addDays(today, 1 - PRESET_DAYS[query.when]) };
  return { ...(query.from ? { from: query.from } : {}), ...(query.to ? { to: query.to } : {}) };
}

/** The call behind a page of the log; what is open beside the list is no part of it. */
export function auditCall(query: AuditQuery, today: CivilDate): CallOf<typeof listAuditEvents> {
  const { when: _when, at: _at, event_id: _open, tab: _tab, event, ...rest } = query;
  const { from, to } = daysOf(query, today);
  const given = {
    ...rest,
    from: from && startOfDay(from).toString(),
    to: to && startOfDay(addDays(to, 1)).toString(),
    event: event && event.length > 0 ? event.join(',') : undefined,
  };
  const filled = Object.entries(given).filter(([, value]) => value !== undefined && value !== '');
  return { query: Object.fromEntries(filled) };
}

const BESIDE: readonly string[] = ['event_id', 'tab'];

/** Whether two URLs ask the log the same thing: opening a row must not write another reading of the list. */
export function asksTheSame(one: URL, other: URL): boolean {
  const asked = ({ searchParams }: URL) =>
    [...searchParams]
      .filter(([name]) => !BESIDE.includes(name))
      .map(([name, value]) => `${name}=${value}`)
      .toSorted()
      .join('&');
  return asked(one) === asked(other);
}

/** `?…` of another filter: the list begins anew, and what was open is closed. */
export function filterLink(params: URLSearchParams, patch: QueryPatch): string {
  return `?${withQuery(params, { at: null, event_id: null, tab: null, ...patch })}`;
}

/** `?…` with another event open; the list stays where it is. */
export function eventLink(params: URLSearchParams, patch: QueryPatch): string {
  return `?${withQuery(params, { cursor: params.get('cursor'), ...patch })}`;
}

export function nextPageLink(params: URLSearchParams, query: AuditQuery, next: string, shown: number) {
  return filterLink(params, { cursor: next, at: (query.at ?? 0) + shown });
}

/** Filters as the chips name them, with the parts of the URL each of them owns. */
const FILTERS = {
  when: ['when', 'from', 'to'],
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
