/** The schemas of a request in answers: its plain fields, its row in the queue and its full record, both redacted. */
import { z } from 'zod';
import { actions } from '#domain/access/actions.ts';
import { auditEvents } from '#domain/audit/events.ts';
import { RECEIPT_KEPT } from '#domain/request/duplicate.ts';
import {
  CHANNELS,
  CONTACT_FIELDS,
  DELAY_REASONS,
  fieldClasses,
  grounds,
  requestFields,
} from '#domain/request/fields.ts';
import { ANSWER_STATES, LETTER_STATES, messageKinds } from '#domain/request/message-kinds.ts';
import { MOVES } from '#domain/request/move.ts';
import { outcomes, statuses } from '#domain/request/status.ts';
import { STEP_CODES } from '#domain/request/steps.ts';
import { requestTypes } from '#domain/request/types.ts';
import {
  CivilDay,
  DraftKind,
  guarded,
  Id,
  InstantText,
  Language,
  MaskedText,
  PersonName,
  Reference,
  RoleName,
  Version,
} from './wire.ts';

export const Step = z.strictObject({
  code: z.enum(STEP_CODES),
  startedOn: CivilDay,
  dueOn: CivilDay,
  endedOn: CivilDay.nullable(),
  confirmed: z.boolean(),
  source: z.string(),
});

export const Move = z.strictObject({
  code: z.enum(MOVES),
  of: z.discriminatedUnion('kind', [
    z.strictObject({ kind: z.literal('person'), id: Id, name: z.string() }),
    z.strictObject({ kind: z.literal('role'), role: RoleName }),
    z.strictObject({ kind: z.literal('applicant') }),
    z.strictObject({ kind: z.literal('nobody') }),
  ]),
  mine: z.boolean(),
});

/** Plain fields that a row of the queue, the full record and a case file share. */
export const requestCore = {
  id: Id,
  reference: Reference,
  type: z.enum(requestTypes),
  track: z.enum(['support', 'officer']),
  status: z.enum(statuses),
  outcome: z.enum(outcomes).nullable(),
  channel: z.enum(CHANNELS),
  language: Language,
  receivedAt: InstantText,
};

const plain = {
  ...requestCore,
  receivedOn: CivilDay,
  dueOn: CivilDay,
  actBy: CivilDay,
  steps: z.array(Step),
  answeredAt: InstantText.nullable(),
  answeredOn: CivilDay.nullable(),
  /** Where an answer stands that has not met the promise: a letter by itself meets nothing until it is delivered. */
  answerState: z.enum(ANSWER_STATES).nullable(),
  assignee: PersonName.nullable(),
  move: Move,
  blocked: z.boolean(),
  version: Version,
} as const;

/** How a request stands, without anything personal: its plain fields and the states of its letters. */
export const RequestState = z.strictObject({
  ...plain,
  letters: z.array(z.strictObject({ id: Id, state: z.enum(LETTER_STATES) })),
});
export type RequestState = z.output<typeof RequestState>;

/** A step in a row: its line in the deadline's cell, and what explains the dates. */
const RowStep = z.strictObject({
  code: z.enum(STEP_CODES),
  /** Where it is not the day of receipt. */
  startedOn: CivilDay.exactOptional(),
  dueOn: CivilDay,
  endedOn: CivilDay.exactOptional(),
  /** Its term is not confirmed, so it is never overdue. */
  target: z.literal(true).exactOptional(),
});

/**
 * A row of the queue: what a list shows of a request and what the keys on a row need, because a page has fifty. What is
 * empty, false or as usual is left out. Short name and first line are at the viewer's level.
 */
export const RequestRow = z.strictObject({
  id: Id,
  reference: Reference,
  type: z.enum(requestTypes),
  status: z.enum(statuses),
  outcome: z.enum(outcomes).exactOptional(),
  /** For viewers whose lists show the receipt in place of the applicant. */
  channel: z.enum(CHANNELS).exactOptional(),
  language: Language,
  receivedAt: InstantText,
  dueOn: CivilDay,
  /** Where it is not the due date itself. */
  actBy: CivilDay.exactOptional(),
  steps: z.array(RowStep).exactOptional(),
  answeredOn: CivilDay.exactOptional(),
  answerState: z.enum(ANSWER_STATES).exactOptional(),
  /** An id among the page's `staff`, as `moveBy`. */
  assignee: Id.exactOptional(),
  move: z.enum(MOVES),
  /** Who must act, where that is another person than the assignee. */
  moveBy: Id.exactOptional(),
  blocked: z.literal(true).exactOptional(),
  version: Version,
  name: guarded(z.string()).exactOptional(),
  preview: guarded(z.string()).exactOptional(),
});
export type RequestRow = z.output<typeof RequestRow>;

/** One personal field: its value at the viewer's level, and whether the viewer may reveal or compare it. */
export const FieldView = z.strictObject({
  field: z.enum(requestFields),
  class: z.enum(fieldClasses),
  value: guarded(z.string()),
  reveal: z.boolean(),
  compare: z.boolean(),
});
export type FieldView = z.output<typeof FieldView>;

/** An address or number before it was replaced. Revealed like the field itself, by its id. */
export const FormerContact = z.strictObject({
  id: Id,
  field: z.enum(CONTACT_FIELDS),
  value: guarded(z.string()),
  replacedAt: InstantText,
  replacedBy: PersonName,
  reveal: z.boolean(),
});
export type FormerContact = z.output<typeof FormerContact>;

export const TimelineItem = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('message'),
    id: Id,
    at: InstantText,
    direction: z.enum(['in', 'out']),
    by: PersonName.nullable(),
    channel: z.enum(CHANNELS),
    subjectLine: guarded(MaskedText),
    text: guarded(MaskedText),
    state: z.enum(LETTER_STATES),
    /** What a letter to the applicant is; null for the applicant's own. */
    letter: z.enum(messageKinds).nullable(),
    reveal: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('note'),
    id: Id,
    at: InstantText,
    by: PersonName.nullable(),
    note: z.enum(['note', 'call_note']),
    text: guarded(MaskedText),
  }),
  z.strictObject({
    kind: z.literal('event'),
    id: Id,
    at: InstantText,
    by: PersonName.nullable(),
    event: z.enum(auditEvents),
    /** Codes and dates of the change, never a personal value. */
    data: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
    /** Personal fields that changed, of the classes that the viewer is told of. */
    fields: z.array(z.enum(requestFields)),
    reason: guarded(MaskedText),
  }),
]);
export type TimelineItem = z.output<typeof TimelineItem>;

export const Decision = z.strictObject({
  id: Id,
  outcome: z.enum(outcomes),
  /** Null to whom VISIBILITY does not give the internal reasons. */
  grounds: z.array(z.enum(grounds)).nullable(),
  restrictUntil: CivilDay.nullable(),
  /** The findings and what is to be done; of class internal. */
  evidence: guarded(MaskedText),
  proposedBy: PersonName,
  proposedAt: InstantText,
  approvedBy: PersonName.nullable(),
  approvedAt: InstantText.nullable(),
});

/** The verdict of `can()` for one action, so that the page disables a button with the server's own reason. */
export const Allowed = z.strictObject({
  action: z.enum(actions),
  ok: z.boolean(),
  why: z.string().nullable(),
});

/** The viewer's own drafts: the version a save is based on, and whether there is a text to read. */
const Drafts = z.record(DraftKind, z.strictObject({ version: z.int(), held: z.boolean() }));

export const RequestDetail = z.strictObject({
  ...plain,
  site: z.string().nullable(),
  recordedAt: InstantText,
  targetOn: CivilDay.nullable(),
  closedAt: InstantText.nullable(),
  test: z.boolean(),
  /** When its personal data were destroyed; name, fields and texts are then empty. */
  destroyedAt: InstantText.nullable(),
  name: guarded(z.string()),
  policyVersion: z.string(),
  ruleVersion: z.string(),
  delayReason: z.enum(DELAY_REASONS).nullable(),
  expectedOn: CivilDay.nullable(),
  /** Null, like `mail`, to whom VISIBILITY hides the contact details. */
  noWayToReply: z.boolean().nullable(),
  /** The request it repeats, and whether that one took over the earlier receipt; null where the log does not say. */
  duplicateOf: z
    .strictObject({
      id: Id,
      reference: Reference,
      receiptMoved: z.boolean().nullable(),
      receiptKept: z.enum(RECEIPT_KEPT).nullable(),
    })
    .nullable(),
  fields: z.array(FieldView),
  /** Addresses and numbers that were replaced, oldest first; none to whom the class is hidden. */
  formerContacts: z.array(FormerContact),
  /** The topic given by the site: a hint, not a decision. */
  topic: guarded(MaskedText),
  extra: guarded(MaskedText),
  timeline: z.array(TimelineItem),
  decision: Decision.nullable(),
  stepEvents: z.array(z.strictObject({ event: z.string(), on: CivilDay })),
  /** Requests with the same keyed e-mail or phone. Only suggested, because the addresses are not verified. */
  suggested: z.array(z.strictObject({ id: Id, reference: Reference, by: z.enum(['email', 'phone']) })),
  /** Whether a letter can be sent now: SMTP is configured and an address is stored. */
  mail: z.enum(['ready', 'not_configured', 'no_address']).nullable(),
  drafts: Drafts,
  /** Number of people who opened the request or revealed a value. */
  openedBy: z.int().nullable(),
  allowed: z.array(Allowed),
});
export type RequestDetail = z.output<typeof RequestDetail>;
