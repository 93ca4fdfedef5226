/** Which part of the log each role may read; who may read it at all is the business of ACTIONS. */
import type { Actor } from '../access/conditions.ts';
import type { Role } from '../access/roles.ts';
import type { EventRow } from './event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents } from './events.ts';

type Part = 'all' | readonly EventRow['retention'][];

const LOG_PARTS = {
  support: [],
  manager: [],
  privacy_officer: 'all',
  auditor: 'all',
  // Runs the system, so sees how it runs and who signs in; not who worked on whose request.
  administrator: ['security', 'system'],
} as const satisfies Record<Role, Part>;

/** `all`, also what this version has no name for; otherwise the events the person's roles open together. */
export function readableEvents(actor: Actor): 'all' | readonly AuditEvent[] {
  const parts = actor.roles.map((role): Part => LOG_PARTS[role]);
  if (parts.includes('all')) return 'all';
  return auditEvents.filter((event) =>
    parts.some((part) => part !== 'all' && part.includes(AUDIT_EVENTS[event].retention)),
  );
}
