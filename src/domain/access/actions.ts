/**
 * ACTIONS: for each action, the roles that may perform it and under which conditions. Endpoints, buttons, shortcuts,
 * tooltips, 403 answers and audit events are all derived from this table. A role without an entry is denied.
 */
import type { AuditEvent } from '#domain/audit/events.ts';
import { AUDIT_ACTIONS } from './actions/audit.ts';
import { DESK_ACTIONS } from './actions/desk.ts';
import { REQUEST_ACTIONS } from './actions/requests.ts';
import type { ActionRow as DeclaredRow } from './actions/row.ts';

export const ACTIONS = { ...REQUEST_ACTIONS, ...AUDIT_ACTIONS, ...DESK_ACTIONS };

export type Action = keyof typeof ACTIONS;
export const actions = Object.keys(ACTIONS) as readonly Action[];

/** A row whose event is reduced to its name. The rows cannot be typed so, because AuditEvent is derived from them. */
export type ActionRow = Omit<DeclaredRow, 'event'> & { event: AuditEvent };

/** Returns the row of an action. */
export function actionRow(action: Action): ActionRow {
  const { event, ...row }: DeclaredRow = ACTIONS[action];
  return { ...row, event: (typeof event === 'string' ? event : event.name) as AuditEvent };
}
