/**
 * Every kind of event the log knows. Codes are frozen: a code is never reused and never renumbered, because
 * sealed records carry it. `read` says which of the three readings it is (listed, opened, revealed).
 */

/** How long an event is kept follows from what kind of work it tells of. */
export const RETENTIONS = ['access', 'change', 'security', 'system'] as const;

export type EventRow = {
  code: string;
  severity: 'info' | 'notice' | 'warning' | 'alarm';
  retention: (typeof RETENTIONS)[number];
  read?: 'listed' | 'opened' | 'revealed';
  /** Whoever does it waits for the seal and gets the proof with the answer. */
  awaited?: true;
};

const read = (code: string, kind: 'listed' | 'opened' | 'revealed'): EventRow => ({
  code,
  severity: kind === 'revealed' ? 'notice' : 'info',
  retention: 'access',
  read: kind,
});
const change = (code: string, severity: EventRow['severity'] = 'info'): EventRow => ({
  code,
  severity,
  retention: 'change',
});
const security = (code: string, severity: EventRow['severity'] = 'notice'): EventRow => ({
  code,
  severity,
  retention: 'security',
});
const system = (code: string, severity: EventRow['severity'] = 'info'): EventRow => ({
  code,
  severity,
  retention: 'system',
});

const awaited = (row: EventRow): EventRow => ({ ...row, awaited: true });

export const AUDIT_EVENTS = {
  'request.listed': read('RQ001', 'listed'),
  'request.counted': read('RQ002', 'listed'),
  'request.opened': read('RQ003', 'opened'),
  'request.searched': read('RQ004', 'listed'),
  'request.trail_read': read('RQ006', 'opened'),
  'request.registered': change('RQ010'),
  'request.taken': change('RQ011'),
  'request.handed_back': change('RQ012'),
  'request.assigned': change('RQ013'),
  'request.converted': change('RQ014', 'notice'),
  'request.receipt_corrected': change('RQ015', 'notice'),
  'request.language_corrected': change('RQ016'),
  'request.waiting': change('RQ017'),
  'request.resumed': change('RQ018'),
  'request.delay_explained': change('RQ019'),
  'request.step_recorded': change('RQ020', 'notice'),
  'request.noted': change('RQ021'),
  'request.call_noted': change('RQ022'),
  'request.draft_saved': change('RQ023'),
  'request.draft_read': read('RQ024', 'opened'),
  'request.answered': change('RQ025', 'notice'),
  'request.answered_outside': change('RQ026', 'notice'),
  'request.closed': change('RQ027', 'notice'),
  'request.reopened': change('RQ028', 'notice'),
  'request.case_exported': awaited(read('RQ030', 'opened')),
  'decision.proposed': change('DC001', 'notice'),
  'decision.approved': change('DC002', 'notice'),
  'decision.returned': change('DC003', 'notice'),
  'request.revealed': awaited(read('PD010', 'revealed')),
  'request.copied': read('PD011', 'revealed'),
  'request.compared': read('PD012', 'opened'),
  'subject.destroyed': awaited(change('PD020', 'warning')),
  'audit.listed': read('AU001', 'listed'),
  'audit.opened': read('AU002', 'opened'),
  'audit.counted': read('AU003', 'listed'),
  'audit.seal_read': read('AU004', 'listed'),
  'audit.leaves_read': read('AU005', 'listed'),
  'audit.verified': security('AU006', 'notice'),
  'audit.mismatch_found': awaited(security('AU007', 'alarm')),
  'audit.exported': awaited(security('AU008', 'warning')),
  'audit.sampled': read('AU009', 'listed'),
  'audit.roles_read': security('AU010', 'info'),
  'audit.person_trail_read': read('AU011', 'opened'),
  'audit.exports_listed': read('AU012', 'listed'),
  'audit.export_downloaded': security('AU013', 'warning'),
  'staff.listed': security('ST001', 'info'),
  'staff.names_listed': security('ST002', 'info'),
  'staff.invited': security('ST010'),
  'staff.changed': awaited(security('ST011', 'warning')),
  'staff.disabled': security('ST012', 'warning'),
  'staff.enabled': security('ST013', 'warning'),
  'staff.reinvited': security('ST014'),
  'staff.invitation_revoked': security('ST015'),
  'staff.alarming_role_granted': awaited(security('ST020', 'alarm')),
  'settings.read': security('SE001', 'info'),
  'settings.changed': security('SE002', 'warning'),
  'settings.calendar_confirmed': security('SE003', 'warning'),
  'secret.listed': security('SE010', 'info'),
  'secret.created': security('SE011', 'warning'),
  'secret.revoked': security('SE012', 'warning'),
  'session.signed_in': security('SS001'),
  'session.signed_out': security('SS002', 'info'),
  'session.sign_in_failed': security('SS003', 'warning'),
  'session.read': security('SS004', 'info'),
  'session.profile_changed': security('SS005', 'info'),
  'session.link_opened': security('SS006', 'info'),
  'session.link_accepted': security('SS007'),
  'session.events_opened': security('SS008', 'info'),
  'session.admin_link_made': security('SS009', 'alarm'),
  'access.refused': security('AC001', 'warning'),
  'access.filter_refused': security('AC002', 'warning'),
  'intake.received': change('IN001'),
  'intake.refused': security('IN002', 'warning'),
  'mail.sent': change('ML001', 'notice'),
  'mail.refused': change('ML002', 'warning'),
  'job.run': system('SY001'),
  'job.failed': system('SY002', 'warning'),
  'system.started': system('SY003', 'notice'),
  'system.stopped': system('SY004', 'notice'),
  'system.migrated': system('SY005', 'notice'),
  'system.backed_up': system('SY006', 'notice'),
  'system.read': system('SY007'),
  'log.heartbeat': system('LG001'),
  'log.restored': system('LG002', 'alarm'),
  'log.pruned': system('LG003', 'warning'),
} as const satisfies Record<string, EventRow>;

export type AuditEvent = keyof typeof AUDIT_EVENTS;
export const auditEvents = Object.keys(AUDIT_EVENTS) as readonly AuditEvent[];

const BY_CODE = new Map(auditEvents.map((name) => [AUDIT_EVENTS[name].code, name]));

/** The event's name for a stored code, or null for a code this version does not know. */
export function eventOfCode(code: string): AuditEvent | null {
  return BY_CODE.get(code) ?? null;
}

/** Events that nobody reading the whole registry needs to write a row for: probes that carry no data of anybody. */
export const UNRECORDED: readonly AuditEvent[] = [
  'system.read',
  'session.read',
  'session.events_opened',
  'staff.names_listed',
  'audit.exports_listed',
];
