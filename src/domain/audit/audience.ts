/** Which part of the audit log each role may read. Whether a role may read it at all is decided by ACTIONS. */
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
  // Runs the system, so needs its events and the sign-ins, but not who worked on which request.
  administrator: ['security', 'system'],
} as const satisfies Record<Role, Part>;

/** Returns the union of the roles' events. `all` also covers stored codes that this version has no name for. */
export function readableEvents(actor: Actor): 'all' | readonly AuditEvent[] {
  const parts = actor.roles.map((role): Part => LOG_PARTS[role]);
  if (parts.includes('all')) return 'all';
  return auditEvents.filter((event) =>
    parts.some((part) => part !== 'all' && part.includes(AUDIT_EVENTS[event].retention)),
  );
}
