/** The intake endpoint: a request from the company's own site, signed per Standard Webhooks. */
import { z } from 'zod';
import { REQUEST_FIELDS } from '#domain/request/fields.ts';
import { requestTypes } from '#domain/request/types.ts';
import { endpoint } from './endpoint.ts';
import { CivilDay, Id, InstantText, Language, line, Reference, text } from './wire.ts';

const max = (field: keyof typeof REQUEST_FIELDS) => REQUEST_FIELDS[field].max;

/** Only `message` is required, because all other data are voluntary (policy 1.1). */
export const IntakeBody = z.strictObject({
  message: text(max('message'), 1),
  subjectLine: line(max('subject_line')).optional(),
  surname: line(max('surname')).optional(),
  firstName: line(max('first_name')).optional(),
  patronymic: line(max('patronymic')).optional(),
  email: line(max('email')).optional(),
  phone: line(max('phone')).optional(),
  /** The topic chosen in the form: a hint for triage. */
  topic: line(100).optional(),
  extra: z
    .array(z.strictObject({ label: line(100, 1), value: text(1_000) }))
    .max(20)
    .optional(),
  language: Language.optional(),
  device: z
    .strictObject({ os: line(max('os_version')).optional(), model: line(max('device_model')).optional() })
    .optional(),
  network: z
    .strictObject({
      ip: line(max('ip')).optional(),
      connectionPoint: line(max('connection_point')).optional(),
    })
    .optional(),
  site: line(200).optional(),
  policyVersion: line(40).optional(),
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
