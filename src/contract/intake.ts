/** The intake endpoint: a request from the company's own site, signed per Standard Webhooks. */
import { z } from 'zod';
import { REQUEST_FIELDS } from '#domain/request/fields.ts';
import { requestTypes } from '#domain/request/types.ts';
import { endpoint } from './endpoint.ts';
import { CivilDay, Id, InstantText, Language, Reference, text } from './wire.ts';

const max = (field: keyof typeof REQUEST_FIELDS) => REQUEST_FIELDS[field].max;

/** Only `message` is required, because all other data are voluntary (policy 1.1). */
export const IntakeBody = z.strictObject({
  message: text(max('message'), 1),
  subjectLine: text(max('subject_line')).optional(),
  surname: text(max('surname')).optional(),
  firstName: text(max('first_name')).optional(),
  patronymic: text(max('patronymic')).optional(),
  email: text(max('email')).optional(),
  phone: text(max('phone')).optional(),
  /** The topic chosen in the form: a hint for triage. */
  topic: text(100).optional(),
  extra: z
    .array(z.strictObject({ label: text(100, 1), value: text(1_000) }))
    .max(20)
    .optional(),
  language: Language.optional(),
  device: z
    .strictObject({ os: text(max('os_version')).optional(), model: text(max('device_model')).optional() })
    .optional(),
  network: z
    .strictObject({
      ip: text(max('ip')).optional(),
      connectionPoint: text(max('connection_point')).optional(),
    })
    .optional(),
  site: text(200).optional(),
  policyVersion: text(40).optional(),
  /** When the visitor sent the form, if the site had to queue it; not in the future. */
  submittedAt: InstantText.optional(),
  /** The administrator's test request, which is excluded from all figures. */
  test: z.boolean().optional(),
});
export type IntakeBody = z.output<typeof IntakeBody>;

export const submitRequest = endpoint({
  id: 'submitRequest',
  method: 'POST',
  path: '/api/intake/requests',
  action: 'intake.submit',
  kind: 'json',
  idempotency: 'none',
  touchesSession: false,
  status: 201,
  body: IntakeBody,
  response: z.strictObject({
    id: Id,
    reference: Reference,
    type: z.enum(requestTypes),
    receivedAt: InstantText,
    receivedOn: CivilDay,
    dueOn: CivilDay,
    actBy: CivilDay,
    noWayToReply: z.boolean(),
    replayed: z.boolean(),
  }),
  errors: ['bad_signature', 'replayed_with_other_body', 'too_large', 'too_many_requests'],
});
