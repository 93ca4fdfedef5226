/**
 * Words for one event: actor, action and object, the same in the row, in the panel and in the row's accessible name.
 */
import type { AuditRow } from '#contract/audit.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translate.ts';
import { fieldWords } from '#web/ui/request/field-words.ts';

/** Events that read single fields: the text names the fields after a short verb ("Revealed: phone"). */
const FIELD_READINGS = {
  'request.revealed': 'audit.what.revealed',
  'request.copied': 'audit.what.copied',
  'request.compared': 'audit.what.compared',
} as const satisfies Partial<Record<AuditEvent, MessageId>>;
/** With more fields than this, the row would not fit. */
const NAMED_FIELDS = 2;

export function eventName({ event, code }: AuditRow, { label }: Translator): string {
  return event === null ? code : label(`event.${event}`);
}

/** "Revealed: phone · NP-2026-000861". */
export function whatWords(row: AuditRow, words: Translator): string {
  const about = objectWords(row, words);
  const what = deedWords(row, words);
  return about === null ? what : `${what} · ${about}`;
}

function deedWords(row: AuditRow, words: Translator): string {
  const { event, fields, count, object } = row;
  const name = eventName(row, words);
  const few = fields.length > 0 && fields.length <= NAMED_FIELDS;
  const named = fields.map((field) => fieldWords(field, words)).join(', ');
  const reading = Object.entries(FIELD_READINGS).find(([each]) => each === event)?.[1];
  if (few && reading) return words.t(reading, { fields: named });
  // For other events on a request the request's number is shown instead; the panel lists the fields.
  if (few && object?.type !== REQUEST) return `${name}: ${named}`;
  return count === null ? name : `${name}: ${words.format.number(count)}`;
}

const REQUEST = 'request';

/** The object's reference or name; null if the event has no object, or one known only by a UUID. */
function objectWords({ object, actor }: AuditRow, words: Translator): string | null {
  // In a sign-in the actor is also the object; its name is in the row already.
  if (object === null || (object.id === actor.id && object.label === actor.name)) return null;
  if (object.type === 'job') return objectName(object, words);
  return object.label ?? (UUID.test(object.id) ? null : object.id);
}

/** What an object without a label is called: its kind, and a job by its name. */
export function objectName({ type, id }: NonNullable<AuditRow['object']>, { t, label }: Translator): string {
  const unknown = t('audit.data_unknown');
  return type === 'job' ? label(`job.${id}`, unknown) : label(`audit.object.${type}`, unknown);
}

const UUID = /^[\da-f]{8}-(?:[\da-f]{4}-){3}[\da-f]{12}$/i;

export function actorName({ actor }: AuditRow, { t }: Translator): string {
  if (actor.kind === 'system') return t('audit.actor.system');
  if (actor.kind === 'nobody') return t('audit.actor.nobody');
  return actor.name ?? t('audit.actor.unknown');
}

/** The actor's capacity: the roles of a person, "site" for a program. */
export function actorRoles({ actor }: AuditRow, { t }: Translator): string {
  if (actor.kind === 'program') return t('audit.actor.program');
  return actor.roles.map((role) => t(`role.${role}`)).join(', ');
}

/** The accessible name of the row. */
export function eventRowName(row: AuditRow, words: Translator): string {
  const parts = [
    words.format.exact(row.at),
    actorName(row, words),
    whatWords(row, words),
    row.purpose && words.t(`purpose.${row.purpose}`),
    words.t(`audit.outcome.${row.outcome}`),
  ];
  return parts.filter(Boolean).join(', ');
}
