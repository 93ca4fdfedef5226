/**
 * The registry of events as rows, for the page of event types, docs/audit-events.md and the filter by kind of reading.
 */
import type { EventRow } from './event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, UNRECORDED } from './events.ts';
import { RETENTION_OF } from './retention.ts';

export type RegistryRow = Pick<EventRow, 'code' | 'severity' | 'retention'> & {
  event: AuditEvent;
  /** How many years its body is kept. */
  years: number;
  read: NonNullable<EventRow['read']> | null;
  /** Whether the call's answer contains the inclusion proof. */
  awaited: boolean;
  /** False for a call that returns no subject's data: it has a code and is never written. */
  recorded: boolean;
};

/** Every kind of event, by code. */
export const REGISTRY: readonly RegistryRow[] = auditEvents
  .map(registryRow)
  .toSorted((one, other) => (one.code < other.code ? -1 : 1));

function registryRow(event: AuditEvent): RegistryRow {
  const { code, severity, retention, read, awaited }: EventRow = AUDIT_EVENTS[event];
  return {
    event,
    code,
    severity,
    retention,
    years: RETENTION_OF[retention].years,
    read: read ?? null,
    awaited: awaited ?? false,
    recorded: !UNRECORDED.includes(event),
  };
}

/** Filters of the log by kind of reading: one of the three, or `seen` for those that showed a person's record. */
export const READINGS = ['seen', 'revealed', 'opened', 'listed'] as const;
export type Reading = (typeof READINGS)[number];

/** Events classed as opened that show who read a record, but nothing of the record itself. */
const NOT_SEEING: readonly AuditEvent[] = [
  'request.trail_read',
  'request.case_exported',
  'audit.opened',
  'audit.person_trail_read',
];

export function isReading(event: AuditEvent, reading: Reading): boolean {
  const { read }: EventRow = AUDIT_EVENTS[event];
  if (reading !== 'seen') return read === reading;
  return (read === 'opened' || read === 'revealed') && !NOT_SEEING.includes(event);
}
