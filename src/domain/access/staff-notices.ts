/**
 * STAFF_NOTICES: the events of which staff are told by mail, and whom: all who may carry out the action. Such an event
 * cannot be written without its notice, and a new notice is a row here with its line in `notice.line.*`. A notice holds
 * no data of applicants and no link: who reads it opens the desk as always.
 */
import type { AuditEvent } from '../audit/events.ts';
import type { Action } from './actions.ts';

type Told = {
  to: Action;
  /** Only events with this in their data. */
  when?: Readonly<Record<string, string | boolean>>;
};

export const STAFF_NOTICES = {
  'staff.reinvited': { to: 'staff.decide_recovery', when: { unconfirmed: true } },
  'staff.recovery_decided': { to: 'staff.decide_recovery' },
  'session.admin_link_made': { to: 'staff.decide_recovery' },
  'settings.mail_server_changed': { to: 'staff.decide_recovery' },
} as const satisfies Partial<Record<AuditEvent, Told>>;

export type StaffNotice = keyof typeof STAFF_NOTICES;
const staffNotices = Object.keys(STAFF_NOTICES) as readonly StaffNotice[];

/** Returns the row of STAFF_NOTICES for an event with these data; null for an event that is not mailed. */
export function noticeOf(event: string, data: Readonly<Record<string, unknown>> = {}): StaffNotice | null {
  const notice = staffNotices.find((each) => each === event);
  if (!notice) return null;
  const { when = {} }: Told = STAFF_NOTICES[notice];
  return Object.entries(when).every(([key, value]) => data[key] === value) ? notice : null;
}
