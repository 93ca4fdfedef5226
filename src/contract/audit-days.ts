/** Audit events counted by day, for the chart above the list and under the same filter. */
import { z } from 'zod';
import { AuditFilter } from './audit.ts';
import { endpoint } from './endpoint.ts';
import { CivilDay } from './wire.ts';

/** The most days of one answer; of a longer period the latest days are counted. */
export const MOST_DAYS = 92;

const AuditDay = z.strictObject({
  /** In the organisation's zone. */
  on: CivilDay,
  count: z.int(),
  /** How many of them were refusals. */
  denied: z.int(),
});
export type AuditDay = z.output<typeof AuditDay>;

export const countAuditDays = endpoint({
  id: 'countAuditDays',
  method: 'GET',
  path: '/api/audit-days',
  action: 'audit.count',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  query: AuditFilter.omit({ cursor: true, limit: true }),
  response: z.strictObject({
    from: CivilDay,
    to: CivilDay,
    /** Every day from `from` to `to`, also those without an event. */
    days: z.array(AuditDay),
    /** True when earlier days of the requested period are left out. */
    capped: z.boolean(),
  }),
});
