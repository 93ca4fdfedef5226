/** The yearly audit: a random sample of closed requests, and the history of roles. */
import { z } from 'zod';
import { LARGEST_SEED, SAMPLE_SIZES } from '#domain/audit/sample.ts';
import { outcomes } from '#domain/request/status.ts';
import { requestTypes } from '#domain/request/types.ts';
import { endpoint } from './endpoint.ts';
import { CivilDay, Id, InstantText, PersonName, Reference, RoleName } from './wire.ts';

const base = { kind: 'json', method: 'GET', idempotency: 'natural', touchesSession: true } as const;

/** Requests closed from the first to the last day, both included, in the organisation's zone. */
export const SampleQuery = z.strictObject({
  from: CivilDay,
  to: CivilDay,
  size: z.coerce.number().int().min(1).max(SAMPLE_SIZES.most).default(SAMPLE_SIZES.usual),
  seed: z.coerce.number().int().min(0).max(LARGEST_SEED),
});

export const PROMISES = ['met', 'late', 'void'] as const;

const SampleRow = z.strictObject({
  id: Id,
  reference: Reference,
  type: z.enum(requestTypes),
  receivedOn: CivilDay,
  dueOn: CivilDay,
  answeredOn: CivilDay.nullable(),
  closedOn: CivilDay,
  outcome: z.enum(outcomes),
  /** `void`: closed with an outcome that owes no answer. */
  promise: z.enum(PROMISES),
});
export type SampleRow = z.output<typeof SampleRow>;

export const drawAuditSample = endpoint({
  ...base,
  id: 'drawAuditSample',
  path: '/api/audit-samples',
  action: 'audit.sample',
  query: SampleQuery,
  response: z.strictObject({
    /** Number of requests closed in that period, from which the sample was drawn. */
    population: z.int(),
    /** In the order they were drawn. */
    items: z.array(SampleRow),
  }),
});

const HeldRole = z.strictObject({
  person: PersonName,
  role: RoleName,
  from: InstantText,
  /** Null while the role is held. */
  to: InstantText.nullable(),
  grantedBy: PersonName.nullable(),
  endedBy: PersonName.nullable(),
  /** False when no event of the log records the grant. */
  inLog: z.boolean(),
});
export type HeldRole = z.output<typeof HeldRole>;

export const listHeldRoles = endpoint({
  ...base,
  id: 'listHeldRoles',
  path: '/api/audit-roles',
  action: 'audit.roles',
  response: z.strictObject({ items: z.array(HeldRole) }),
});
