/**
 * Endpoints that change requests: register, triage, answer, note, close, decide. A change requires the version it is
 * based on.
 */
import { z } from 'zod';
import type { Action } from '#domain/access/actions.ts';
import { CHANNELS, DELAY_REASONS, grounds, REQUEST_FIELDS } from '#domain/request/fields.ts';
import { MESSAGE_KINDS, messageKinds } from '#domain/request/message-kinds.ts';
import { decisionOutcomes, outcomes } from '#domain/request/status.ts';
import { STEP_ENDS, STEP_EVENTS } from '#domain/request/steps.ts';
import { requestTypes } from '#domain/request/types.ts';
import { type Endpoint, endpoint } from './endpoint.ts';
import { RequestDetail } from './request-shapes.ts';
import {
  CivilDay,
  Done,
  DraftKind,
  Id,
  InstantText,
  Language,
  line,
  Reason,
  Reference,
  RequestParams,
  text,
} from './wire.ts';
import { GivenEmail, GivenPhone } from './working-values.ts';

const max = (field: keyof typeof REQUEST_FIELDS) => REQUEST_FIELDS[field].max;

/** The applicant's own data, all of them voluntary (policy 1.1). */
const Applicant = z.strictObject({
  surname: line(max('surname')).optional(),
  firstName: line(max('first_name')).optional(),
  patronymic: line(max('patronymic')).optional(),
  email: GivenEmail(max('email')).optional(),
  phone: GivenPhone(max('phone')).optional(),
});

export const registerRequest = endpoint({
  id: 'registerRequest',
  method: 'POST',
  path: '/api/requests',
  action: 'request.register',
  kind: 'json',
  idempotency: 'ref',
  touchesSession: true,
  status: 201,
  body: z.strictObject({
    type: z.enum(requestTypes),
    channel: z.enum(CHANNELS),
    receivedAt: InstantText,
    /** Required when the receipt is more than three days back. */
    receiptReason: text(1_000).optional(),
    language: Language.optional(),
    subjectLine: line(max('subject_line')).optional(),
    message: text(max('message'), 1),
    applicant: Applicant.optional(),
  }),
  // Only the number and the dates, because the person who registers a request may not be allowed to read it.
  response: z.strictObject({
    id: Id,
    reference: Reference,
    receivedOn: CivilDay,
    dueOn: CivilDay,
    actBy: CivilDay,
    mayOpen: z.boolean(),
  }),
  errors: ['idempotency_mismatch', 'in_flight'],
});

/** An endpoint that changes one request. */
export type ChangeEndpoint = Endpoint & {
  params: typeof RequestParams;
  body: z.ZodType;
  response: typeof RequestDetail;
  precondition: true;
};
/** A change with an empty body, which a button can send without a dialog. */
export type BareChange = ChangeEndpoint & { body: typeof Nothing };

export function isBareChange(endpoint: Endpoint): endpoint is BareChange {
  return endpoint.precondition === true && endpoint.body === Nothing;
}

/** Defines a change of one request: it requires the version and returns the changed record. */
function change<const Id extends string, const A extends Action, Body extends z.ZodType>(
  id: Id,
  action: A,
  path: string,
  body: Body,
) {
  return endpoint({
    id,
    method: 'POST',
    path: `/api/requests/{id}/${path}`,
    action,
    kind: 'json',
    idempotency: 'natural',
    touchesSession: true,
    precondition: true,
    params: RequestParams,
    body,
    response: RequestDetail,
    errors: ['stale_version', 'precondition_required', 'not_possible'],
  });
}
const Nothing = z.strictObject({});
const actionsOfKinds = Object.fromEntries(messageKinds.map((kind) => [kind, MESSAGE_KINDS[kind].action]));
/** Receipt and answer are excluded, because their own actions record them. */
export const RecordableEvent = z.enum([...STEP_EVENTS, ...STEP_ENDS]).exclude(['received', 'answered']);

export const takeRequest = change('takeRequest', 'request.take', 'take', Nothing);
export const handBackRequest = change('handBackRequest', 'request.hand_back', 'hand-back', Nothing);
export const assignRequest = change(
  'assignRequest',
  'request.assign',
  'assign',
  z.strictObject({ assigneeId: Id.nullable() }),
);
/** From contact to a rights type and between rights types; the receipt date does not change. */
export const convertRequest = change(
  'convertRequest',
  'request.convert',
  'convert',
  z.strictObject({ type: z.enum(requestTypes) }),
);
/** From a rights type to contact. Requires a reason, because it ends the clocks of a right. */
export const convertBackRequest = change(
  'convertBackRequest',
  'request.convert_back',
  'convert-back',
  z.strictObject({ type: z.enum(requestTypes), reason: Reason }),
);
export const correctReceipt = change(
  'correctReceipt',
  'request.correct_receipt',
  'receipt',
  z.strictObject({ receivedAt: InstantText, reason: Reason }),
);
/** Replaces a mistyped address or number, adds a missing one, or with an empty value removes a wrong one. */
export const replaceContact = change(
  'replaceContact',
  'request.replace_contact',
  'contacts',
  z.discriminatedUnion('field', [
    z.strictObject({ field: z.literal('email'), value: GivenEmail(max('email')), reason: Reason }),
    z.strictObject({ field: z.literal('phone'), value: GivenPhone(max('phone')), reason: Reason }),
  ]),
);
export const correctLanguage = change(
  'correctLanguage',
  'request.correct_language',
  'language',
  z.strictObject({ language: Language }),
);
export const waitForApplicant = change(
  'waitForApplicant',
  'request.wait',
  'wait',
  z.strictObject({ reason: text(1_000).optional() }),
);
export const resumeRequest = change('resumeRequest', 'request.resume', 'resume', Nothing);
export const explainDelay = change(
  'explainDelay',
  'request.explain_delay',
  'delay',
  z.strictObject({ reason: z.enum(DELAY_REASONS).nullable(), expectedOn: CivilDay.nullable() }),
);
export const recordStep = change(
  'recordStep',
  'request.record_step',
  'steps',
  z.strictObject({ event: RecordableEvent, on: CivilDay }),
);
/**
 * The version of the draft that is sent. A draft of another version, saved in another tab or on another device, is not
 * what was sent and stays; without a version any draft of the text is dropped.
 */
export const DraftVersion = z.int().min(0).optional();
/** A letter to the applicant. Its kind chooses the action, and so the right, the event and the status that follows. */
export const sendLetter = {
  ...change(
    'sendLetter',
    'request.answer',
    'letters',
    z.strictObject({
      kind: z.enum(messageKinds),
      subjectLine: line(200).optional(),
      text: text(20_000, 1),
      draftVersion: DraftVersion,
    }),
  ),
  chooses: { field: 'kind', actions: actionsOfKinds },
};
export const answerOutside = change(
  'answerOutside',
  'request.answer_outside',
  'outside-answers',
  z.strictObject({ channel: z.enum(CHANNELS), at: InstantText, text: text(20_000, 1) }),
);
export const closeRequest = change(
  'closeRequest',
  'request.close',
  'close',
  z.strictObject({
    outcome: z.enum(outcomes),
    reason: text(1_000).optional(),
    duplicateOf: Reference.optional(),
    /** What was carried out and when; required to close after a decision. */
    evidence: text(4_000).optional(),
  }),
);
export const reopenRequest = change(
  'reopenRequest',
  'request.reopen',
  'reopen',
  z.strictObject({ reason: Reason }),
);
export const proposeDecision = change(
  'proposeDecision',
  'decision.propose',
  'decision',
  z.strictObject({
    outcome: z.enum(decisionOutcomes),
    grounds: z.array(z.enum(grounds)).max(10),
    restrictUntil: CivilDay.optional(),
    evidence: text(4_000, 10),
  }),
);
/** The approver types the request's number, so that a decision is not approved by habit. */
export const approveDecision = change(
  'approveDecision',
  'decision.approve',
  'decision/approve',
  z.strictObject({ reference: line(40, 1) }),
);
export const returnDecision = change(
  'returnDecision',
  'decision.return',
  'decision/return',
  z.strictObject({ reason: Reason }),
);

/** A note never conflicts with a field change, so it requires no version. */
export const addNote = endpoint({
  id: 'addNote',
  method: 'POST',
  path: '/api/requests/{id}/notes',
  action: 'request.note',
  kind: 'json',
  idempotency: 'ref',
  touchesSession: true,
  status: 201,
  params: RequestParams,
  body: z.strictObject({ text: text(4_000, 1), draftVersion: DraftVersion }),
  response: RequestDetail,
  errors: ['idempotency_mismatch', 'in_flight'],
});
/** Write-only for support, who may not read the request: it passes a caller's words to the officer. */
export const addCallNote = endpoint({
  id: 'addCallNote',
  method: 'POST',
  path: '/api/requests/{id}/call-notes',
  action: 'request.call_note',
  kind: 'json',
  idempotency: 'ref',
  touchesSession: true,
  status: 201,
  params: RequestParams,
  body: z.strictObject({ text: text(4_000, 1) }),
  response: Done,
  errors: ['idempotency_mismatch', 'in_flight'],
});

const DraftParams = RequestParams.extend({ kind: DraftKind });
/** `version` also counts the sending and the emptying of a draft, so that an earlier text cannot come back after it. */
export const Draft = z.strictObject({
  text: z.string(),
  subjectLine: z.string().nullable(),
  /** Null if there is no text. */
  savedAt: InstantText.nullable(),
  version: z.int(),
});
export type Draft = z.output<typeof Draft>;
export const getDraft = endpoint({
  id: 'getDraft',
  method: 'GET',
  path: '/api/requests/{id}/drafts/{kind}',
  action: 'request.draft_read',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  params: DraftParams,
  response: Draft,
});
/**
 * One draft per person, request and kind, so that conflicts and reassignment do not touch it. An empty text ends it.
 * Based on the version that was read, 0 for none: 412 contains the text saved in another tab or on another device.
 */
export const saveDraft = endpoint({
  id: 'saveDraft',
  method: 'PUT',
  path: '/api/requests/{id}/drafts/{kind}',
  action: 'request.draft',
  kind: 'json',
  idempotency: 'natural',
  touchesSession: true,
  precondition: true,
  params: DraftParams,
  body: z.strictObject({ text: text(20_000), subjectLine: line(200).optional() }),
  response: Draft,
  errors: ['stale_version', 'precondition_required'],
});
