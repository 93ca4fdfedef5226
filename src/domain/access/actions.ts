/**
 * Who may do what: action × role → where and when. Every endpoint, button, key, tooltip, 403 and audit event reads this
 * table; nothing else decides. A role that is not listed may not.
 */
import type { AuditEvent } from '#domain/audit/events.ts';
import { AUDIT_ACTIONS } from './actions/audit.ts';
import { DESK_ACTIONS } from './actions/desk.ts';
import { REQUEST_ACTIONS } from './actions/requests.ts';
import type { ActionRow as DeclaredRow } from './actions/row.ts';

export const ACTIONS = { ...REQUEST_ACTIONS, ...AUDIT_ACTIONS, ...DESK_ACTIONS };

export type Action = keyof typeof ACTIONS;
export const actions = Object.keys(ACTIONS) as readonly Action[];

/** A row as it is read: the event by its name. */
export type ActionRow = Omit<DeclaredRow, 'event'> & { event: AuditEvent };

export function actionRow(action: Action): ActionRow {
  const { event, ...row }: DeclaredRow = ACTIONS[action];
  return { ...row, event: (typeof event === 'string' ? event : event.name) as AuditEvent };
}
