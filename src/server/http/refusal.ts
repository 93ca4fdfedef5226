/** The error that handlers throw to refuse a call: a code of ERRORS with details that the caller may see. */
import { ERRORS, type ErrorCode, type FieldFault } from '#contract/errors.ts';
import type { Action } from '#domain/access/actions.ts';
import type { Fact } from '#server/audit/record/record.ts';

export type RefusalDetails = {
  why?: string;
  errors?: readonly FieldFault[];
  retryAfter?: number;
  /** With stale_version: the current record at the caller's level. */
  current?: unknown;
  /** The audit event of showing `current`; if it cannot be written, `current` is not sent. */
  opened?: Fact;
  /** The refused action, for the audit log, where it is not the endpoint's own. */
  action?: Action;
  /** The object of the refused action, for the audit log. */
  object?: { type: string; id: string };
  /** Audits the refusal although its code alone would not be audited. */
  audited?: boolean;
};

export class Refusal extends Error {
  readonly code: ErrorCode;
  readonly details: RefusalDetails;
  constructor(code: ErrorCode, details: RefusalDetails = {}) {
    super(code);
    this.code = code;
    this.details = details;
  }
  get status(): number {
    return ERRORS[this.code].status;
  }
}

/** 404. */
export function notFound(): Refusal {
  return new Refusal('not_found');
}

/** 400 about one field; `pointer` per RFC 6901. */
export function fault(
  pointer: string,
  code: FieldFault['code'],
  limits: Pick<FieldFault, 'min' | 'max'> = {},
): Refusal {
  return new Refusal('validation_failed', { errors: [{ pointer, code, ...limits }] });
}
