/**
 * Endpoints that show who accessed a person's data: the trail over all requests that share an address or number, and
 * one request as a case file for an outside auditor.
 */
import { z } from 'zod';
import { auditEvents } from '#domain/audit/events.ts';
import { DELAY_REASONS, grounds, PURPOSES } from '#domain/request/fields.ts';
import { outcomes } from '#domain/request/status.ts';
import { STEP_CODES, STEP_ENDS, STEP_EVENTS } from '#domain/request/steps.ts';
import { OUTCOMES_OF_EVENTS } from './audit.ts';
import { endpoint } from './endpoint.ts';
import { requestCore } from './request-shapes.ts';
import { Listed, SEARCH_KINDS, TrailEntry } from './requests-read.ts';
import { CivilDay, Id, InstantText, line, Reference, RequestParams, RoleName } from './wire.ts';

const base = { kind: 'json', touchesSession: true } as const;

export const PersonTrail = z.strictObject({
  /** Numbers of the requests, newest first, without the person's data. */
  references: z.array(Reference),
  entries: z.array(TrailEntry.extend({ reference: Reference })),
  truncated: z.boolean(),
  listed: Listed,
});
export type PersonTrail = z.output<typeof PersonTrail>;

/** Starts from one request and covers all that were sent from the same address or number. */
export const personTrail = endpoint({
  ...base,
  id: 'personTrail',
  method: 'GET',
  path: '/api/requests/{id}/person-trail',
  action: 'audit.person_trail',
  idempotency: 'natural',
  params: RequestParams,
  response: PersonTrail,
});

/** Starts from a value that the person gives. POST, because it is personal and must not appear in a URL. */
export const findPersonTrail = endpoint({
  ...base,
  id: 'findPersonTrail',
  method: 'POST',
  path: '/api/audit-person-trails',
  action: 'audit.person_trail',
  idempotency: 'none',
  body: z.strictObject({ kind: z.enum(SEARCH_KINDS), value: line(254, 3) }),
  response: PersonTrail,
  errors: ['too_many_requests'],
});

export const CASE_FORMAT = 'otinish-case 1';

const FreeDay = z.strictObject({ date: CivilDay, reason: z.string(), insteadOf: CivilDay.nullable() });
const Term = z.union([z.strictObject({ working: z.int() }), z.strictObject({ calendar: z.int() })]);

/** The calculation of the dates: the domain's `Why`. */
const Reckoning = z.strictObject({
  received: z.strictObject({
    instant: InstantText,
    local: z.string(),
    on: CivilDay,
    offset: z.string(),
    zone: z.string(),
  }),
  promise: z.strictObject({
    calendarDays: z.int(),
    dayOne: CivilDay,
    dueOn: CivilDay,
    sources: z.array(z.string()).readonly(),
  }),
  nonWorking: z.array(FreeDay).readonly(),
  actBy: CivilDay,
  rollOver: z.strictObject({ to: CivilDay, moves: z.boolean(), source: z.string() }),
  target: z.strictObject({ workingDays: z.int(), on: CivilDay }).nullable(),
  steps: z
    .array(
      z.strictObject({
        code: z.enum(STEP_CODES),
        startedOn: CivilDay,
        dueOn: CivilDay,
        endedOn: CivilDay.nullable(),
        confirmed: z.boolean(),
        source: z.string(),
        term: Term,
        starts: z.enum(STEP_EVENTS),
        ends: z.enum(STEP_ENDS),
        nonWorking: z.array(FreeDay).readonly(),
      }),
    )
    .readonly(),
  ruleVersion: z.string(),
  calendarVersion: z.string(),
  unconfirmedYears: z.array(z.int()).readonly(),
});

const Plain = z.union([z.string(), z.number(), z.boolean(), z.null()]);

/** One request for an outside examiner: codes, dates and proofs, without the subject's personal data. */
export const CaseFile = z.strictObject({
  format: z.literal(CASE_FORMAT),
  madeAt: InstantText,
  request: z.strictObject({
    ...requestCore,
    recordedAt: InstantText,
    dueOn: CivilDay,
    answeredAt: InstantText.nullable(),
    closedAt: InstantText.nullable(),
    delayReason: z.enum(DELAY_REASONS).nullable(),
    expectedOn: CivilDay.nullable(),
    duplicateOf: Reference.nullable(),
    policyVersion: z.string(),
  }),
  /** Whether the reasoned answer arrived in time; null while the promise runs or when no answer was owed. */
  promiseKept: z.boolean().nullable(),
  whyThisDate: Reckoning,
  stepEvents: z.array(z.strictObject({ event: z.string(), on: CivilDay })),
  decisions: z.array(
    z.strictObject({
      outcome: z.enum(outcomes),
      grounds: z.array(z.enum(grounds)),
      restrictUntil: CivilDay.nullable(),
      proposedBy: Id,
      proposedAt: InstantText,
      approvedBy: Id.nullable(),
      approvedAt: InstantText.nullable(),
      endedAt: InstantText.nullable(),
    }),
  ),
  /** All people whose ids occur in the file; `name` only when names were requested. */
  staff: z.array(z.strictObject({ id: Id, roles: z.array(RoleName), name: z.string().nullable() })),
  /** Oldest first. */
  timeline: z.array(
    z.strictObject({
      id: Id,
      at: InstantText,
      code: z.string(),
      event: z.enum(auditEvents).nullable(),
      by: Id.nullable(),
      outcome: z.enum(OUTCOMES_OF_EVENTS),
      purpose: z.enum(PURPOSES).nullable(),
      fields: z.array(z.string()),
      data: z.record(z.string(), Plain),
    }),
  ),
  /** True when the request has more events than one file holds; these are the latest. */
  truncated: z.boolean(),
  /** How often the request was shown in lists, and to whom. */
  listed: z.strictObject({
    count: z.int(),
    by: z.array(z.strictObject({ id: Id, count: z.int(), lastAt: InstantText })),
  }),
  proofs: z.strictObject({
    /** Verifier keys of the log. The reader must compare them with keys received in another way. */
    keys: z.array(z.string()),
    /** For each sealed event: its exact body, whose leaf hash is SHA-256(0x00 ‖ body), and a C2SP tlog-proof. */
    events: z.array(z.strictObject({ id: Id, ix: z.int(), body: z.string().nullable(), proof: z.string() })),
  }),
});
export type CaseFile = z.output<typeof CaseFile>;

export const exportCase = endpoint({
  ...base,
  id: 'exportCase',
  method: 'POST',
  path: '/api/requests/{id}/case-files',
  action: 'request.export_case',
  idempotency: 'none',
  params: RequestParams,
  body: z.strictObject({
    /** Whether to include the names of staff beside their ids. */
    names: z.boolean().default(false),
  }),
  response: CaseFile,
});
