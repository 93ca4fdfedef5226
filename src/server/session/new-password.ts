/** Checks a new password and turns its problem into a fault of the field. */
import type { FaultCode } from '#contract/errors.ts';
import type { Refusal } from '#server/http/refusal.ts';
import { fault } from '#server/http/refusal.ts';
import { LONGEST_PASSWORD, type PasswordProblem, passwordProblem } from './password-policy.ts';

const SHORTEST_PASSWORD = 15;

/** `own`: the name and address of the account; empty ones are left out. */
export function problemOfNew(password: string, own: readonly string[]): PasswordProblem | null {
  return passwordProblem(password, {
    minLength: SHORTEST_PASSWORD,
    own: own.filter((part) => part !== ''),
  });
}

const FAULT_OF = {
  too_short: 'too_short',
  too_long: 'too_long',
  malformed: 'surrogate',
  too_common: 'common_password',
  own_name: 'contains_own_data',
} as const satisfies Record<PasswordProblem, FaultCode>;

export function passwordFault(problem: PasswordProblem): Refusal {
  return fault('/password', FAULT_OF[problem], {
    ...(problem === 'too_short' ? { min: SHORTEST_PASSWORD } : {}),
    ...(problem === 'too_long' ? { max: LONGEST_PASSWORD } : {}),
  });
}
