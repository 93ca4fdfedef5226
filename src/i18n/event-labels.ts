/** The labels of all events in the three languages, for the page of event types and docs/audit-events.md. */
import type { AuditEvent } from '#domain/audit/events.ts';
import type { Labels } from './message.ts';
import { auditActs } from './messages/acts-audit.ts';
import { deskActs } from './messages/acts-desk.ts';
import { letterActs } from './messages/acts-letters.ts';
import { requestActs } from './messages/acts-request.ts';

export const eventLabels: Labels<'event', AuditEvent> = {
  ...requestActs,
  ...letterActs,
  ...auditActs,
  ...deskActs,
};
