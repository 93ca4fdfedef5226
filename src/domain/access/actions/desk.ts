/** The actions on the desk itself: staff, settings, secrets, sessions, intake and the system's state. */
import { awaited, change, security, system, unrecorded } from '#domain/audit/event-row.ts';
import { type ActionRow, ANY } from './row.ts';

const ADMIN = { administrator: ANY } as const;

export const DESK_ACTIONS = {
  'staff.list': { who: ADMIN, event: security('ST001', 'staff.listed', 'info') },
  'staff.names': { who: 'everyone', event: unrecorded(security('ST002', 'staff.names_listed', 'info')) },
  'staff.invite': { who: ADMIN, event: security('ST010', 'staff.invited') },
  'staff.change': { who: ADMIN, event: awaited(security('ST011', 'staff.changed', 'warning')) },
  'staff.disable': { who: ADMIN, reason: true, event: security('ST012', 'staff.disabled', 'warning') },
  'staff.enable': { who: ADMIN, event: security('ST013', 'staff.enabled', 'warning') },
  'staff.reinvite': { who: ADMIN, event: security('ST014', 'staff.reinvited') },
  // Told to every officer and administrator, so that no account is taken over silently.
  'staff.recoveries': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: unrecorded(security('ST016', 'staff.recoveries_listed', 'info')),
  },
  'staff.decide_recovery': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: awaited(security('ST017', 'staff.recovery_decided', 'alarm')),
  },
  'staff.revoke_invitation': { who: ADMIN, event: security('ST015', 'staff.invitation_revoked') },
  'settings.read': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: security('SE001', 'settings.read', 'info'),
  },
  'settings.change': { who: ADMIN, event: security('SE002', 'settings.changed', 'warning') },
  'settings.confirm_calendar': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: security('SE003', 'settings.calendar_confirmed', 'warning'),
  },
  'settings.rehearse_calendar': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: security('SE004', 'settings.calendar_rehearsed', 'info'),
  },
  'settings.change_calendar': {
    who: { administrator: ANY, privacy_officer: ANY },
    event: security('SE005', 'settings.calendar_changed', 'warning'),
  },
  'secret.list': { who: ADMIN, event: security('SE010', 'secret.listed', 'info') },
  'secret.create': { who: ADMIN, event: security('SE011', 'secret.created', 'warning') },
  'secret.revoke': { who: ADMIN, event: security('SE012', 'secret.revoked', 'warning') },
  'session.sign_in': { who: 'anyone', event: security('SS001', 'session.signed_in') },
  // The demo's sign-in as a fictional person; recorded as any other sign-in.
  'session.persona': { who: 'anyone', event: 'session.signed_in' },
  'session.read': { who: 'anyone', event: unrecorded(security('SS004', 'session.read', 'info')) },
  'session.sign_out': { who: 'everyone', event: security('SS002', 'session.signed_out', 'info') },
  'session.profile': { who: 'everyone', event: security('SS005', 'session.profile_changed', 'info') },
  'session.open_link': { who: 'anyone', event: security('SS006', 'session.link_opened', 'info') },
  'session.accept_link': { who: 'anyone', event: security('SS007', 'session.link_accepted') },
  'session.change_password': {
    who: 'everyone',
    event: security('SS011', 'session.password_changed'),
  },
  'session.events': {
    who: 'everyone',
    event: unrecorded(security('SS008', 'session.events_opened', 'info')),
  },
  'session.text_key': {
    who: 'everyone',
    event: unrecorded(security('SS010', 'session.text_key_given', 'info')),
  },
  'intake.submit': { who: 'anyone', event: change('IN001', 'intake.received') },
  'system.read': { who: 'anyone', event: unrecorded(system('SY007', 'system.read')) },
} as const satisfies Record<string, ActionRow>;
