/** CATALOGUE: every message of the product. A new area needs a file in `messages/` and a line here. */
import type { Action } from '#domain/access/actions.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { Labels, ValuesIn } from './message.ts';
import { auditActs } from './messages/acts-audit.ts';
import { deskActs } from './messages/acts-desk.ts';
import { letterActs } from './messages/acts-letters.ts';
import { requestActs } from './messages/acts-request.ts';
import { audit } from './messages/audit.ts';
import { auditData } from './messages/audit-data.ts';
import { auditDays } from './messages/audit-days.ts';
import { auditSeal } from './messages/audit-seal.ts';
import { common } from './messages/common.ts';
import { due } from './messages/due.ts';
import { error } from './messages/error.ts';
import { exporting } from './messages/exports.ts';
import { health } from './messages/health.ts';
import { inbox } from './messages/inbox.ts';
import { intake } from './messages/intake.ts';
import { calendarLabels } from './messages/labels-calendar.ts';
import { peopleLabels } from './messages/labels-people.ts';
import { requestLabels } from './messages/labels-request.ts';
import { whyLabels } from './messages/labels-why.ts';
import { letterKinds } from './messages/letter-kinds.ts';
import { letters } from './messages/letters.ts';
import { notices } from './messages/notices.ts';
import { registry } from './messages/registry.ts';
import { report } from './messages/report.ts';
import { request } from './messages/request.ts';
import { session } from './messages/session.ts';
import { settings } from './messages/settings.ts';
import { shell } from './messages/shell.ts';
import { staff } from './messages/staff.ts';
import { ui } from './messages/ui.ts';
import { visibility } from './messages/visibility.ts';
import { whyDate } from './messages/why-date.ts';
import { yearly } from './messages/yearly.ts';

export const CATALOGUE = {
  ...audit,
  ...auditActs,
  ...auditData,
  ...auditDays,
  ...auditSeal,
  ...calendarLabels,
  ...common,
  ...deskActs,
  ...due,
  ...error,
  ...exporting,
  ...health,
  ...inbox,
  ...intake,
  ...letterActs,
  ...letterKinds,
  ...letters,
  ...notices,
  ...peopleLabels,
  ...registry,
  ...report,
  ...request,
  ...requestActs,
  ...requestLabels,
  ...session,
  ...settings,
  ...shell,
  ...staff,
  ...ui,
  ...visibility,
  ...whyDate,
  ...whyLabels,
  ...yearly,
} satisfies Labels<'action', Action> & Labels<'event', AuditEvent>;

export type MessageId = keyof typeof CATALOGUE;

/** The values a message takes, read from its English text; a test checks that the other languages take the same. */
export type ValuesOf<Id extends MessageId> = ValuesIn<(typeof CATALOGUE)[Id]['en']>;
