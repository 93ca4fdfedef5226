/** What each kind of event is called in the three languages, side by side: for the registry page and the file in docs. */
import type { AuditEvent } from '#domain/audit/events.ts';
import type { Labels } from './message.ts';
import { auditActs } from './messages/acts-audit.ts';
import { deskActs } from './messages/acts-desk.ts';
import { requestActs } from './messages/acts-request.ts';

export const eventLabels: Labels<'event', AuditEvent> = { ...requestActs, ...auditActs, ...deskActs };
