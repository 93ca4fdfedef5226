/** The "action" filter as one select: a way of reading, a group of events, or a single type of event. */
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

/** The choices that can match at least one event the actor may read. */
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

/** The choice as a select's value: `read:revealed`, `group:change`, `event:request.opened`, or the empty string. */
export function choiceOf({ read, group, event }: AuditQuery): string {
  if (event && event.length > 0) return `event:${event.join(',')}`;
  if (read) return `read:${read}`;
  return group ? `group:${group}` : '';
}

/** The change of the URL for a choice; it clears the previous one, because the three parameters exclude each other. */
export function choicePatch(choice: string): QueryPatch {
  const [part = '', value = ''] = choice.split(':');
  const none = { read: null, group: null, event: null };
  return part in none ? { ...none, [part]: value } : none;
}
