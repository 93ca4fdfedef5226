/**
 * Endpoints that read requests: the queue, its counts and horizon, one request, exact search, reveal, compare, trail.
 */
import { z } from 'zod';
import { auditEvents } from '#domain/audit/events.ts';
import { CHANNELS, PURPOSES, requestFields } from '#domain/request/fields.ts';
import { statuses } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';
import { ORDERS, requestViews, URGENCIES } from '#domain/request/views.ts';
import { OUTCOMES_OF_EVENTS } from './audit.ts';
import { endpoint } from './endpoint.ts';
import { RequestDetail, RequestRow, RequestState } from './request-shapes.ts';
import {
  anyOf,
  CivilDay,
  Cursor,
  Done,
  Id,
  InstantText,
  Limit,
  line,
  PersonName,
  pageOf,
  Reference,
  RequestParams,
  RoleName,
  Total,
  text,
} from './wire.ts';

/** Filters of the queue. All are plain fields, so that no answer depends on a value hidden from the caller. */
export const RequestFilter = z.strictObject({
  view: z.enum(requestViews).default('my_move'),
  type: anyOf(requestTypes).optional(),
  status: anyOf(statuses).optional(),
  channel: anyOf(CHANNELS).optional(),
  language: anyOf(['kk', 'ru', 'en']).optional(),
  /** A person's id, `me`, or `none`. */
  assignee: z.union([Id, z.enum(['me', 'none'])]).optional(),
  urgency: z.enum(URGENCIES).optional(),
  dueFrom: CivilDay.optional(),
  dueTo: CivilDay.optional(),
  receivedFrom: CivilDay.optional(),
  receivedTo: CivilDay.optional(),
  order: z.enum(ORDERS).default('urgency'),
  cursor: Cursor.optional(),
  limit: Limit.default(50),
  /** `none` when the caller already has the total from the counts: counting costs as much as reading the page. */
  total: z.enum(['count', 'none']).default('count'),
});
export type RequestFilter = z.output<typeof RequestFilter>;

/** Totals of views with closed requests are counted up to this; above it they are only marked as capped. */
export const TOTAL_CAP = 1_000;
/** A page of rows; `staff` names once the people whom its rows name by their ids. */
const Rows = pageOf(RequestRow).extend({ staff: z.array(PersonName) });
/** `total` is null when the query asks for `none`. */
export const RequestPage = Rows.extend({ total: Total.nullable() });
export type RequestPage = z.output<typeof RequestPage>;

export const listRequests = endpoint({
  id: 'listRequests',
  method: 'GET',
  path: '/api/requests',
  action: 'request.list',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  query: RequestFilter,
  response: RequestPage,
  errors: ['field_not_filterable', 'bad_cursor'],
});

export const Counts = z.strictObject({
  today: CivilDay,
  open: z.int(),
  answerToday: z.int(),
  overdue: z.int(),
  /** Of these, how many by a confirmed step alone: their promise has time left, so the horizon does not show them as late. */
  overdueByStep: z.int(),
  dueToday: z.int(),
  /** Whole days since receipt of the oldest unanswered request; null when none is open. */
  oldestDays: z.int().nullable(),
  /** Earliest promise among open, unanswered requests. */
  nextDueOn: CivilDay.nullable(),
  /**
   * Null for views that are not the viewer's work. Views with closed requests stop at 1 001, shown as "more than 1
   * 000".
   */
  views: z.record(z.enum(requestViews), z.int().nullable()),
  /** Open, unanswered requests by the day on which their promise ends. */
  horizon: z.array(
    z.strictObject({
      on: CivilDay,
      count: z.int(),
      types: z.array(z.strictObject({ type: z.enum(requestTypes), count: z.int() })),
    }),
  ),
  /** Number of promises that ended more than five days ago. */
  longLate: z.int(),
  /** Number of requests ever recorded, without tests, up to 1 001. At 0 the page shows the first steps. */
  ever: z.int(),
});
export type Counts = z.output<typeof Counts>;

export const countRequests = endpoint({
  id: 'countRequests',
  method: 'GET',
  path: '/api/request-counts',
  action: 'request.count',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  response: Counts,
});

export const getRequest = endpoint({
  id: 'getRequest',
  method: 'GET',
  path: '/api/requests/{id}',
  action: 'request.open',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  params: RequestParams,
  response: RequestDetail,
});

/**
 * How a request stands, for a page that shows it already and follows a letter. It returns nothing personal, so it is no
 * opening and is not logged; it does not keep the session alive, because the page calls it by itself.
 */
export const followRequest = endpoint({
  id: 'followRequest',
  method: 'GET',
  path: '/api/requests/{id}/state',
  action: 'request.follow',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: false,
  params: RequestParams,
  response: RequestState,
});

export const SEARCH_KINDS = ['email', 'phone', 'iin'] as const;
/** POST, because the searched value is personal and must not appear in a URL. */
export const searchRequests = endpoint({
  id: 'searchRequests',
  method: 'POST',
  path: '/api/request-searches',
  action: 'request.search',
  kind: 'json',
  idempotency: 'none',
  touchesSession: true,
  body: z.strictObject({ kind: z.enum(SEARCH_KINDS), value: line(254, 3) }),
  response: Rows,
  errors: ['too_many_requests'],
});

const Revealable = z.strictObject({
  field: z.enum(requestFields),
  messageId: Id.optional(),
  /** A former value of the field instead of the present one. */
  formerId: Id.optional(),
});

export const revealField = endpoint({
  id: 'revealField',
  method: 'POST',
  path: '/api/requests/{id}/reveals',
  action: 'request.reveal',
  kind: 'json',
  idempotency: 'none',
  touchesSession: true,
  params: RequestParams,
  body: Revealable.extend({ purpose: z.enum(PURPOSES), purposeText: text(300).optional() }),
  response: z.strictObject({
    field: z.enum(requestFields),
    messageId: Id.nullable(),
    formerId: Id.nullable(),
    value: z.string(),
    until: InstantText,
    seconds: z.int(),
    leftToday: z.int().nullable(),
  }),
  errors: ['too_many_requests'],
});

export const copyField = endpoint({
  id: 'copyField',
  method: 'POST',
  path: '/api/requests/{id}/copies',
  action: 'request.copy',
  kind: 'json',
  idempotency: 'none',
  touchesSession: true,
  params: RequestParams,
  body: Revealable,
  response: Done,
});

export const COMPARABLE = ['surname', 'first_name', 'email', 'phone', 'iin'] as const;
export const compareField = endpoint({
  id: 'compareField',
  method: 'POST',
  path: '/api/requests/{id}/comparisons',
  action: 'request.compare',
  kind: 'json',
  idempotency: 'none',
  touchesSession: true,
  params: RequestParams,
  body: z.strictObject({ field: z.enum(COMPARABLE), value: line(254, 1) }),
  response: z.strictObject({ match: z.boolean(), missesLeft: z.int() }),
  errors: ['too_many_requests'],
});

export const TrailEntry = z.strictObject({
  id: Id,
  at: InstantText,
  by: z.strictObject({ id: Id, name: z.string(), roles: z.array(RoleName) }).nullable(),
  event: z.enum(auditEvents),
  fields: z.array(z.string()),
  purpose: z.enum(PURPOSES).nullable(),
  outcome: z.enum(OUTCOMES_OF_EVENTS),
});
/**
 * What a list showed of the applicant to a viewer: the short name and the first line, neither, or perhaps both, where the
 * viewer's roles or the track changed what was shown.
 */
export const LIST_SHOWN = ['names', 'plain', 'either'] as const;
/** Listings are reduced to counts, because a list shows at most a short name and a first line. */
export const Listed = z.strictObject({
  count: z.int(),
  people: z.int(),
  /** Most frequent first. */
  by: z.array(
    z.strictObject({
      id: Id,
      name: z.string(),
      count: z.int(),
      lastAt: InstantText,
      shown: z.enum(LIST_SHOWN),
    }),
  ),
});
export const requestTrail = endpoint({
  id: 'requestTrail',
  method: 'GET',
  path: '/api/requests/{id}/trail',
  action: 'request.trail',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  params: RequestParams,
  response: z.strictObject({
    reference: Reference,
    entries: z.array(TrailEntry),
    truncated: z.boolean(),
    listed: Listed,
  }),
});
