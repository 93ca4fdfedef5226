/**
 * REQUEST_FIELDS: the personal data that may be stored, with the class that decides who sees each field, and its
 * limits.
 */

/** Groups of single values on a request's page, in their order there. */
export const FIELD_GROUPS = ['person', 'technical'] as const;
export type FieldGroup = (typeof FIELD_GROUPS)[number];

/** Where a request shows values of the class: in a group, or as free `text`, in which identifiers may occur; null: none are stored. */
type ClassRow = { shown: FieldGroup | 'text' | null };

/** Classes of personal data (policy section 1) and of internal notes; VISIBILITY has one row for each. */
export const CLASSES = {
  identity: { shown: 'person' },
  contact_details: { shown: 'person' },
  content: { shown: 'text' },
  // Occurs in texts and is looked up by keyed indexes.
  identifier: { shown: null },
  technical: { shown: 'technical' },
  network: { shown: 'technical' },
  internal: { shown: 'text' },
  confidential: { shown: null },
} as const satisfies Record<string, ClassRow>;

export type FieldClass = keyof typeof CLASSES;
export const fieldClasses = Object.keys(CLASSES) as readonly FieldClass[];

/** Classes with stored values; each has a key of its own, so that one can be destroyed while a law requires another to be kept. */
export type StoredClass = {
  [Name in FieldClass]: (typeof CLASSES)[Name]['shown'] extends null ? never : Name;
}[FieldClass];
export const storedClasses = fieldClasses.filter((name): name is StoredClass => CLASSES[name].shown !== null);

/**
 * `of`: the row that holds the value; `max` in UTF-16 units; `policy` is the section of the policy that allows the field.
 */
type FieldRow = { class: StoredClass; of: 'subject' | 'request' | 'message'; max: number; policy: string };

export const REQUEST_FIELDS = {
  surname: { class: 'identity', of: 'subject', max: 100, policy: '1.1' },
  first_name: { class: 'identity', of: 'subject', max: 100, policy: '1.1' },
  patronymic: { class: 'identity', of: 'subject', max: 100, policy: '1.1' },
  email: { class: 'contact_details', of: 'subject', max: 400, policy: '1.1' },
  phone: { class: 'contact_details', of: 'subject', max: 200, policy: '1.1' },
  subject_line: { class: 'content', of: 'message', max: 200, policy: '1.1' },
  message: { class: 'content', of: 'message', max: 20_000, policy: '1.1' },
  extra: { class: 'content', of: 'request', max: 4_000, policy: '1.1' },
  os_version: { class: 'technical', of: 'request', max: 100, policy: '1.2' },
  device_model: { class: 'technical', of: 'request', max: 100, policy: '1.2' },
  ip: { class: 'network', of: 'request', max: 45, policy: '1.2.2' },
  connection_point: { class: 'network', of: 'request', max: 200, policy: '1.2.2' },
} as const satisfies Record<string, FieldRow>;

export type RequestField = keyof typeof REQUEST_FIELDS;
export const requestFields = Object.keys(REQUEST_FIELDS) as readonly RequestField[];

/** Fields by which an applicant is reached; what was mistyped in them can be replaced. */
export const CONTACT_FIELDS = ['email', 'phone'] as const satisfies readonly RequestField[];
export type ContactField = (typeof CONTACT_FIELDS)[number];

/** The classes that must allow it when a field is shown in full: a text shows the identifiers in it too. */
export function classesIn(field: RequestField): readonly FieldClass[] {
  const own = REQUEST_FIELDS[field].class;
  return CLASSES[own].shown === 'text' ? [own, 'identifier'] : [own];
}

/** Fields that every role that sees the request may read, and therefore the only ones to filter and sort by. */
const PLAIN_FIELDS = [
  'reference',
  'type',
  'track',
  'status',
  'outcome',
  'channel',
  'language',
  'site',
  'receivedOn',
  'dueOn',
  'actBy',
  'orderOn',
  'assignee',
  'move',
  'state',
  'test',
  'closedOn',
] as const;
export type PlainField = (typeof PLAIN_FIELDS)[number];

export const CHANNELS = ['form', 'email', 'phone', 'post', 'in_person'] as const;
export type Channel = (typeof CHANNELS)[number];

/** Purposes for which a value may be revealed (policy 2.1: only for the purposes stated). */
export const PURPOSES = [
  'contact_applicant',
  'confirm_identity',
  'carry_out',
  'security_incident',
  'legal_duty',
  'other',
] as const;
export type Purpose = (typeof PURPOSES)[number];

/** Coded reasons of a delay. Managers see them instead of free text, which may contain personal data. */
export const DELAY_REASONS = [
  'waiting_for_applicant',
  'waiting_for_partner',
  'complex',
  'workload',
  'technical',
  'legal_advice',
] as const;
export type DelayReason = (typeof DELAY_REASONS)[number];

/** Grounds for not granting a request in full, with their articles; the law allows no others. Labels are in i18n. */
export const GROUNDS = {
  G1: '94-V art. 8(7), 12(2); Digital Code art. 41(3)',
  G2: '94-V art. 8(2)',
  G3: '94-V art. 8(2)',
  G4: 'Digital Code art. 37(5)',
  G5: 'Digital Code art. 37(5); 94-V art. 10(2)',
  G6: 'Digital Code art. 37(5); 94-V art. 24(1)(1)',
  G7: '94-V art. 24(1)(2), 25(2)(8)',
  G8: '94-V art. 25(2)(8)',
  G9: 'Digital Code art. 41(4)',
  G10: '94-V art. 9',
} as const satisfies Record<string, string>;
export type Ground = keyof typeof GROUNDS;
export const grounds = Object.keys(GROUNDS) as readonly Ground[];
