/** ERRORS: every error code of the API with its HTTP status. The texts are the messages `error.<code>` in i18n. */

export const ERRORS = {
  validation_failed: { status: 400 },
  malformed_json: { status: 400 },
  unknown_field: { status: 400 },
  bad_cursor: { status: 400 },
  field_not_filterable: { status: 400 },
  unauthenticated: { status: 401 },
  bad_credentials: { status: 401 },
  bad_signature: { status: 401 },
  link_invalid: { status: 401 },
  forbidden: { status: 403 },
  cross_site: { status: 403 },
  not_found: { status: 404 },
  method_not_allowed: { status: 405 },
  incomplete_body: { status: 408 },
  conflict: { status: 409 },
  replayed_with_other_body: { status: 409 },
  in_flight: { status: 409 },
  stale_version: { status: 412 },
  too_large: { status: 413 },
  unsupported_media_type: { status: 415 },
  idempotency_mismatch: { status: 422 },
  not_possible: { status: 422 },
  precondition_required: { status: 428 },
  too_many_requests: { status: 429 },
  internal: { status: 500 },
  unavailable: { status: 503 },
  outcome_unknown: { status: 503 },
  storage_full: { status: 507 },
} as const satisfies Record<string, { status: number }>;

export type ErrorCode = keyof typeof ERRORS;

/** A fault of one field. `pointer` is an RFC 6901 JSON pointer into the body, or `?name` for a query parameter. */
export type FieldFault = { pointer: string; code: FaultCode; max?: number; min?: number };

export const FAULTS = [
  'required',
  'wrong_type',
  'too_long',
  'too_short',
  'too_many',
  'bad_format',
  'not_an_email',
  'not_a_phone',
  'not_a_host',
  'not_a_site',
  'unknown_value',
  'unknown_field',
  'surrogate',
  'in_the_future',
  'too_old',
  'reason_required',
  'already_used',
  'common_password',
  'contains_own_data',
  'role_conflict',
  'own_role',
  'mismatch',
  'no_evidence',
  'not_for_type',
  'forbidden_host',
  'tls_required',
] as const;
export type FaultCode = (typeof FAULTS)[number];

/** The RFC 9457 problem document of an error answer. */
export type Problem = {
  type: string;
  title: string;
  status: number;
  code: ErrorCode;
  requestId: string;
  /** Why an action is refused: a reason of `can()`. */
  why?: string;
  /** Seconds to wait, as in Retry-After. */
  retryAfter?: number;
  errors?: readonly FieldFault[];
  /** With `stale_version`: the current record, redacted for the viewer. */
  current?: unknown;
};
