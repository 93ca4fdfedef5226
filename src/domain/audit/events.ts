/**
 * AUDIT_EVENTS: every kind of event in the log. The events of actions are declared in the rows of ACTIONS, all others
 * here. Codes are frozen, because sealed records contain them.
 */
import { ACTIONS, type Action } from '#domain/access/actions.ts';
import { awaited, change, type EventRow, type NamedEvent, SERIES, security, system } from './event-row.ts';

/** Events without an action: consequences of one, refusals, and work that the system does by itself. */
const OTHER_EVENTS = [
  awaited(change('PD020', 'subject.destroyed', 'warning')),
  awaited(security('AU007', 'audit.mismatch_found', 'alarm')),
  awaited(security('ST020', 'staff.alarming_role_granted', 'alarm')),
  security('SE006', 'settings.mail_server_changed', 'alarm'),
  security('SS003', 'session.sign_in_failed', 'warning'),
  security('SS009', 'session.admin_link_made', 'alarm'),
  security('AC001', 'access.refused', 'warning'),
  security('AC002', 'access.filter_refused', 'warning'),
  security('IN002', 'intake.refused', 'warning'),
  change('ML001', 'mail.sent', 'notice'),
  change('ML002', 'mail.refused', 'warning'),
  change('RQ033', 'request.dates_moved', 'notice'),
  system('SY001', 'job.run'),
  system('SY002', 'job.failed', 'warning'),
  system('SY003', 'system.started', 'notice'),
  system('SY004', 'system.stopped', 'notice'),
  system('SY005', 'system.migrated', 'notice'),
  system('SY006', 'system.backed_up', 'notice'),
  security('SY008', 'system.key_rotated', 'alarm'),
  system('LG001', 'log.heartbeat'),
  system('LG002', 'log.restored', 'alarm'),
  system('LG003', 'log.pruned', 'warning'),
  system('LG004', 'log.clock_accepted', 'alarm'),
  security('LG005', 'log.foreign_found', 'alarm'),
] as const;

type Declared = (typeof ACTIONS)[Action]['event'];
export type AuditEvent = Extract<Declared, NamedEvent>['name'] | (typeof OTHER_EVENTS)[number]['name'];

const place = ({ code }: EventRow) =>
  SERIES.findIndex((prefix) => code.startsWith(prefix)) * 1_000 + Number(code.slice(2));

const declared: readonly NamedEvent[] = Object.values(ACTIONS).flatMap(({ event }: { event: Declared }) =>
  typeof event === 'string' ? [] : [event],
);
const ordered = [...declared, ...OTHER_EVENTS].toSorted((a, b) => place(a) - place(b));

export const AUDIT_EVENTS = Object.fromEntries(ordered.map(({ name, ...row }) => [name, row])) as Readonly<
  Record<AuditEvent, EventRow>
>;
export const auditEvents = ordered.map(({ name }) => name) as readonly AuditEvent[];

const BY_CODE: ReadonlyMap<string, AuditEvent> = new Map(
  auditEvents.map((name) => [AUDIT_EVENTS[name].code, name]),
);

/** Returns the event of a stored code; null for a code of another version. */
export function eventOfCode(code: string): AuditEvent | null {
  return BY_CODE.get(code) ?? null;
}

/** Events that are never written, because their calls return no subject's data. */
export const UNRECORDED: readonly AuditEvent[] = auditEvents.filter((name) => AUDIT_EVENTS[name].unrecorded);
