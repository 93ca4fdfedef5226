/** The registry of events as rows: what the page of event types, the file in docs and the filter by reading are made of. */
import type { EventRow } from './event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, UNRECORDED } from './events.ts';
import { RETENTION_OF } from './retention.ts';

export type RegistryRow = Pick<EventRow, 'code' | 'severity' | 'retention'> & {
  event: AuditEvent;
  /** How long its body is kept. */
  years: number;
  read: NonNullable<EventRow['read']> | null;
  /** Whoever does it gets the proof with the answer. */
  awaited: boolean;
  /** False for a probe that carries no data of anybody: it has a code and is never written. */
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

/** Ways of reading the log can be asked for: one of the three, or whether somebody had a record before his eyes. */
export const READINGS = ['seen', 'revealed', 'opened', 'listed'] as const;
export type Reading = (typeof READINGS)[number];

/** These show who opened a record, nothing of the record itself. */
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
