/** What zod found wrong, in the words of the wire: the server answers with them and a form says them before it asks. */
import type { z } from 'zod';
import { FAULTS, type FaultCode, type FieldFault } from './errors.ts';

type Issue = z.core.$ZodRawIssue | z.core.$ZodIssue;

/** The code and limits of one issue, without its place. A missing value needs an issue that carries its input. */
export function faultOfIssue(issue: Issue): Omit<FieldFault, 'pointer'> {
  switch (issue.code) {
    case 'unrecognized_keys':
      return { code: 'unknown_field' };
    case 'too_big':
      return { code: issue.origin === 'array' ? 'too_many' : 'too_long', max: Number(issue.maximum) };
    case 'too_small':
      return { code: Number(issue.minimum) <= 1 ? 'required' : 'too_short', min: Number(issue.minimum) };
    case 'invalid_type':
      return { code: issue.input === undefined ? 'required' : 'wrong_type' };
    case 'invalid_value':
      return { code: 'unknown_value' };
    case 'custom':
      return {
        code: customFault(issue.params),
        ...(typeof issue.params?.min === 'number' ? { min: issue.params.min } : {}),
      };
    case 'invalid_format':
      return { code: issue.format === 'email' ? 'not_an_email' : 'bad_format' };
    default:
      return { code: 'bad_format' };
  }
}

function customFault(params: Record<string, unknown> | undefined): FaultCode {
  const named = params?.fault;
  return FAULTS.find((code) => code === named) ?? 'bad_format';
}
