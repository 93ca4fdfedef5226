/**
 * Who may do what: action × role → where and when. Every endpoint, button, tooltip, 403 and audit event
 * reads this table; nothing else decides. A role that is not listed may not.
 */
import type { AuditEvent } from '#domain/audit/events.ts';
import type { Status } from '#domain/request/status.ts';
import type { Track } from '#domain/request/types.ts';
import type { Condition } from './conditions.ts';
import type { Role } from './roles.ts';

export type Grant = {
  /** Tracks the grant covers; absent = every track, or the action is not about a request. */
  tracks?: readonly Track[];
  when?: readonly Condition[];
};

export type ActionRow = {
  /** `everyone` = whoever is signed in; `anyone` = no sign-in (the endpoint proves the caller by other means). */
  who: Partial<Record<Role, Grant>> | 'everyone' | 'anyone';
  /** Statuses of the request in which it makes sense; absent = all. */
  statuses?: readonly Status[];
  /** A reason is asked for and kept (sealed) with the event. */
  reason?: true;
  event: AuditEvent;
};

const ANY: Grant = {};
const SUPPORT_TRACK: Grant = { tracks: ['support'] };
const OPEN = [
  'new',
  'in_progress',
  'waiting_applicant',
  'awaiting_approval',
  'executing',
] as const satisfies readonly Status[];
const WORKED = ['new', 'in_progress', 'waiting_applicant'] as const satisfies readonly Status[];
const DESK = { support: SUPPORT_TRACK, privacy_officer: ANY } as const;
const OFFICER = { privacy_officer: ANY } as const;
const ADMIN = { administrator: ANY } as const;

export const ACTIONS = {
  // Requests: reading
  'request.list': {
    who: { support: SUPPORT_TRACK, privacy_officer: ANY, manager: ANY, auditor: ANY },
    event: 'request.listed',
  },
  'request.count': {
    who: { support: SUPPORT_TRACK, privacy_officer: ANY, manager: ANY, auditor: ANY, administrator: ANY },
    event: 'request.counted',
  },
  'request.open': {
    who: { support: ANY, privacy_officer: ANY, manager: ANY, auditor: ANY },
    event: 'request.opened',
  },
  'request.search': { who: { support: ANY, privacy_officer: ANY }, event: 'request.searched' },
  'request.reveal': { who: DESK, event: 'request.revealed' },
  'request.copy': { who: DESK, event: 'request.copied' },
  'request.compare': { who: { support: ANY, privacy_officer: ANY }, event: 'request.compared' },
  'request.trail': {
    who: { support: SUPPORT_TRACK, privacy_officer: ANY, auditor: ANY },
    event: 'request.trail_read',
  },
  'request.export_case': { who: { privacy_officer: ANY, auditor: ANY }, event: 'request.case_exported' },
  // Requests: working
  'request.register': { who: { support: ANY, privacy_officer: ANY }, event: 'request.registered' },
  'request.take': { who: DESK, statuses: OPEN, event: 'request.taken' },
  'request.hand_back': {
    who: { support: { tracks: ['support'], when: ['assigned_to_me'] }, privacy_officer: ANY },
    statuses: OPEN,
    event: 'request.handed_back',
  },
  'request.assign': { who: { ...DESK, manager: ANY }, statuses: OPEN, event: 'request.assigned' },
  'request.convert': { who: DESK, statuses: WORKED, event: 'request.converted' },
  'request.convert_back': { who: OFFICER, statuses: WORKED, reason: true, event: 'request.converted' },
  'request.correct_receipt': {
    who: { support: { tracks: ['support'], when: ['not_taken'] }, privacy_officer: ANY },
    statuses: OPEN,
    reason: true,
    event: 'request.receipt_corrected',
  },
  'request.correct_language': { who: DESK, event: 'request.language_corrected' },
  'request.wait': { who: DESK, statuses: ['new', 'in_progress'], event: 'request.waiting' },
  'request.resume': { who: DESK, statuses: ['waiting_applicant'], event: 'request.resumed' },
  'request.explain_delay': {
    who: { support: { tracks: ['support'], when: ['assigned_to_me'] }, privacy_officer: ANY },
    statuses: OPEN,
    event: 'request.delay_explained',
  },
  'request.record_step': { who: OFFICER, statuses: OPEN, event: 'request.step_recorded' },
  'request.note': { who: DESK, event: 'request.noted' },
  'request.call_note': { who: { support: { tracks: ['officer'] } }, event: 'request.call_noted' },
  'request.draft': { who: DESK, event: 'request.draft_saved' },
  'request.draft_read': { who: DESK, event: 'request.draft_read' },
  'request.answer': { who: DESK, statuses: OPEN, event: 'request.answered' },
  'request.answer_outside': { who: DESK, statuses: OPEN, event: 'request.answered_outside' },
  'request.close': { who: DESK, statuses: OPEN, event: 'request.closed' },
  'request.reopen': { who: DESK, statuses: ['closed'], reason: true, event: 'request.reopened' },
  'decision.propose': { who: OFFICER, statuses: WORKED, event: 'decision.proposed' },
  'decision.approve': {
    who: { privacy_officer: { when: ['not_proposer'] } },
    statuses: ['awaiting_approval'],
    event: 'decision.approved',
  },
  'decision.return': {
    who: OFFICER,
    statuses: ['awaiting_approval', 'executing'],
    reason: true,
    event: 'decision.returned',
  },
  // The log and the tables everyone may read
  'audit.list': { who: { privacy_officer: ANY, auditor: ANY, administrator: ANY }, event: 'audit.listed' },
  'audit.open': { who: { privacy_officer: ANY, auditor: ANY, administrator: ANY }, event: 'audit.opened' },
  'audit.count': { who: { privacy_officer: ANY, auditor: ANY, administrator: ANY }, event: 'audit.counted' },
  'audit.seal': { who: { privacy_officer: ANY, auditor: ANY, administrator: ANY }, event: 'audit.seal_read' },
  'audit.leaves': {
    who: { privacy_officer: ANY, auditor: ANY, administrator: ANY },
    event: 'audit.leaves_read',
  },
  'audit.verify': {
    who: { privacy_officer: ANY, auditor: ANY, administrator: ANY },
    event: 'audit.verified',
  },
  'audit.export': { who: { privacy_officer: ANY, auditor: ANY }, event: 'audit.exported' },
  'audit.exports': { who: { privacy_officer: ANY, auditor: ANY }, event: 'audit.exports_listed' },
  'audit.download': { who: { privacy_officer: ANY, auditor: ANY }, event: 'audit.export_downloaded' },
  'audit.sample': { who: { privacy_officer: ANY, auditor: ANY }, event: 'audit.sampled' },
  'audit.roles': {
    who: { privacy_officer: ANY, auditor: ANY, administrator: ANY },
    event: 'audit.roles_read',
  },
  // Which requests came from one address is told to those who answer for it, and to whoever checks them
  'audit.person_trail': { who: { privacy_officer: ANY, auditor: ANY }, event: 'audit.person_trail_read' },
  // People
  'staff.list': { who: ADMIN, event: 'staff.listed' },
  'staff.names': { who: 'everyone', event: 'staff.names_listed' },
  'staff.invite': { who: ADMIN, event: 'staff.invited' },
  'staff.change': { who: ADMIN, event: 'staff.changed' },
  'staff.disable': { who: ADMIN, reason: true, event: 'staff.disabled' },
  'staff.enable': { who: ADMIN, event: 'staff.enabled' },
  'staff.reinvite': { who: ADMIN, event: 'staff.reinvited' },
  'staff.revoke_invitation': { who: ADMIN, event: 'staff.invitation_revoked' },
  // Settings
  'settings.read': { who: { administrator: ANY, privacy_officer: ANY }, event: 'settings.read' },
  'settings.change': { who: ADMIN, event: 'settings.changed' },
  'settings.confirm_calendar': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: 'settings.calendar_confirmed',
  },
  'secret.list': { who: ADMIN, event: 'secret.listed' },
  'secret.create': { who: ADMIN, event: 'secret.created' },
  'secret.revoke': { who: ADMIN, event: 'secret.revoked' },
  // The session
  'session.sign_in': { who: 'anyone', event: 'session.signed_in' },
  'session.persona': { who: 'anyone', event: 'session.signed_in' },
  'session.read': { who: 'anyone', event: 'session.read' },
  'session.sign_out': { who: 'everyone', event: 'session.signed_out' },
  'session.profile': { who: 'everyone', event: 'session.profile_changed' },
  'session.open_link': { who: 'anyone', event: 'session.link_opened' },
  'session.accept_link': { who: 'anyone', event: 'session.link_accepted' },
  'session.events': { who: 'everyone', event: 'session.events_opened' },
  // Programs
  'intake.submit': { who: 'anyone', event: 'intake.received' },
  'system.read': { who: 'anyone', event: 'system.read' },
} as const satisfies Record<string, ActionRow>;

export type Action = keyof typeof ACTIONS;

export const actions = Object.keys(ACTIONS) as readonly Action[];

export function actionRow(action: Action): ActionRow {
  return ACTIONS[action];
}
