/** Reading the audit log: filtered pages and single events. No endpoint writes to the log directly. */
import { z } from 'zod';
import { RETENTIONS } from '#domain/audit/event-row.ts';
import { auditEvents } from '#domain/audit/events.ts';
import { READINGS } from '#domain/audit/registry.ts';
import { PURPOSES } from '#domain/request/fields.ts';
import { endpoint } from './endpoint.ts';
import { anyOf, Cursor, Id, InstantText, Limit, pageOf, RoleName } from './wire.ts';

export const OUTCOMES_OF_EVENTS = ['success', 'denied', 'failure'] as const;

export const AuditActor = z.strictObject({
  kind: z.enum(['person', 'program', 'system', 'nobody']),
  id: z.string().nullable(),
  name: z.string().nullable(),
  roles: z.array(RoleName),
});

export const AuditRow = z.strictObject({
  id: Id,
  seq: z.int(),
  at: InstantText,
  actor: AuditActor,
  event: z.enum(auditEvents).nullable(),
  code: z.string(),
  severity: z.enum(['info', 'notice', 'warning', 'alarm']),
  outcome: z.enum(OUTCOMES_OF_EVENTS),
  /** The object of the event; `label` is a readable reference such as a request's number. */
  object: z.strictObject({ type: z.string(), id: z.string(), label: z.string().nullable() }).nullable(),
  fields: z.array(z.string()),
  purpose: z.enum(PURPOSES).nullable(),
  count: z.int().nullable(),
});
export type AuditRow = z.output<typeof AuditRow>;

export const AuditFilter = z.strictObject({
  from: InstantText.optional(),
  to: InstantText.optional(),
  actor: Id.optional(),
  event: anyOf(auditEvents).optional(),
  /** An object's id, or a request's number. */
  object: z.string().max(60).optional(),
  outcome: z.enum(OUTCOMES_OF_EVENTS).optional(),
  purpose: z.enum(PURPOSES).optional(),
  /** `seen`: opened or revealed. */
  read: z.enum(READINGS).optional(),
  /** The kind of work: access, change, security or system. */
  group: z.enum(RETENTIONS).optional(),
  cursor: Cursor.optional(),
  limit: Limit.default(100),
});

export const listAuditEvents = endpoint({
  id: 'listAuditEvents',
  method: 'GET',
  path: '/api/audit-events',
  action: 'audit.list',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  query: AuditFilter,
  response: pageOf(AuditRow),
  errors: ['bad_cursor'],
});

/** An event's leaf index and its inclusion proof: a C2SP tlog-proof with a signed checkpoint. */
export const EventSeal = z.strictObject({
  ix: z.int(),
  size: z.int(),
  signedAt: InstantText,
  proof: z.string(),
});

export const getAuditEvent = endpoint({
  id: 'getAuditEvent',
  method: 'GET',
  path: '/api/audit-events/{id}',
  action: 'audit.open',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  params: z.strictObject({ id: Id }),
  response: z.strictObject({
    row: AuditRow,
    /** The exact text that is hashed; ids, codes and field names only. Null once pruned. */
    body: z.string().nullable(),
    context: z.strictObject({
      requestId: z.string().nullable(),
      method: z.string().nullable(),
      route: z.string().nullable(),
      session: z.string().nullable(),
      authenticated: z.string().nullable(),
    }),
    earlier: AuditRow.nullable(),
    later: AuditRow.nullable(),
    /** Null until a signed checkpoint covers the event. */
    seal: EventSeal.nullable(),
  }),
});
