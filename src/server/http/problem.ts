/** Turns errors into RFC 9457 problem documents. */
import { ERRORS, type ErrorCode, type Problem } from '#contract/errors.ts';
import { DatabaseFault, type FaultCode } from '#server/db/faults.ts';
import { answer } from './answer.ts';
import { Refusal } from './refusal.ts';

/** The error code for each database fault; an audit log that cannot be written makes the service unavailable. */
const OF_DATABASE = {
  'database-unavailable': 'unavailable',
  'outcome-unknown': 'outcome_unknown',
  'statement-timeout': 'unavailable',
  'lock-timeout': 'unavailable',
  'storage-full': 'storage_full',
  'serialization-conflict': 'unavailable',
  'transaction-aborted': 'unavailable',
  'write-lost': 'unavailable',
  constraint: 'conflict',
  'bad-value': 'validation_failed',
  'schema-old': 'unavailable',
  'schema-newer': 'unavailable',
  'database-error': 'unavailable',
} as const satisfies Record<FaultCode, ErrorCode>;

/** The problem document for the caller, without internals; those are written to the server's log only. */
export function problemOf(error: unknown): Omit<Problem, 'requestId'> {
  if (error instanceof Refusal) {
    const { why, errors, retryAfter, current } = error.details;
    return {
      ...plainProblem(error.code),
      ...(why ? { why } : {}),
      ...(errors ? { errors } : {}),
      ...(retryAfter === undefined ? {} : { retryAfter }),
      ...(current === undefined ? {} : { current }),
    };
  }
  if (error instanceof DatabaseFault) return { ...plainProblem(OF_DATABASE[error.code]), retryAfter: 2 };
  return plainProblem('internal');
}

function plainProblem(code: ErrorCode): Omit<Problem, 'requestId'> {
  return { type: `urn:otinish:error:${code}`, title: code, status: ERRORS[code].status, code };
}

/** The response to a refusal that happened before an endpoint was reached, so it is not audited. */
export function problemAnswer(refusal: Refusal, requestId: string): Response {
  const problem = problemOf(refusal);
  return answer({ ...problem, requestId }, problem.status, requestId, { retryAfter: problem.retryAfter });
}
