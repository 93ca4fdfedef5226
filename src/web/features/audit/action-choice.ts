/** The filter "action" as one choice: how something was read, what kind of work it was, or a single kind of event. */
import type { Actor } from '#domain/access/conditions.ts';
import { readableEvents } from '#domain/audit/audience.ts';
import { type EventRow, RETENTIONS } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, UNRECORDED } from '#domain/audit/events.ts';
import { isReading, READINGS, type Reading } from '#domain/audit/registry.ts';
import type { QueryPatch } from '#web/lib/url-query.ts';
import type { AuditQuery } from './audit-query.ts';

type Group = EventRow['retention'];

export type ActionChoices = {
  reads: readonly Reading[];
  groups: readonly Group[];
  events: readonly AuditEvent[];
};

/** What the person's part of the log can hold at all. */
export function actionChoices(actor: Actor): ActionChoices {
  const readable = readableEvents(actor);
  const events = auditEvents.filter(
    (event) => !UNRECORDED.includes(event) && (readable === 'all' || readable.includes(event)),
  );
  const rows: readonly EventRow[] = events.map((event) => AUDIT_EVENTS[event]);
  return {
    reads: READINGS.filter((reading) => events.some((event) => isReading(event, reading))),
    groups: RETENTIONS.filter((group) => rows.some(({ retention }) => retention === group)),
    events,
  };
}

/** The choice as the value of a select: `read:revealed`, `group:change`, `event:request.opened`, or nothing. */
export function choiceOf({ read, group, event }: AuditQuery): string {
  if (event && event.length > 0) return `event:${event.join(',')}`;
  if (read) return `read:${read}`;
  return group ? `group:${group}` : '';
}

/** The change of the URL that makes the choice; whatever was chosen before goes. */
export function choicePatch(choice: string): QueryPatch {
  const [part = '', value = ''] = choice.split(':');
  const none = { read: null, group: null, event: null };
  return part in none ? { ...none, [part]: value } : none;
}
