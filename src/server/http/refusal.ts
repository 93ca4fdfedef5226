/** The one way a handler says no: a code of ERRORS with what the caller may know about it. */
import { ERRORS, type ErrorCode, type FieldFault } from '#contract/errors.ts';
import type { Fact } from '#server/audit/record/record.ts';

export type RefusalDetails = {
  why?: string;
  errors?: readonly FieldFault[];
  retryAfter?: number;
  /** With stale_version: the record as the caller may see it now. */
  current?: unknown;
  /** What handing out `current` is in the log; unless it can be written, nothing is handed out. */
  opened?: Fact;
  /** What the refusal was about, for the log. */
  object?: { type: string; id: string };
  /** Written to the log even though the status alone would not be. */
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

/** 404 for a thing that is not there. */
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
