/** Turns an issue of a form's values into the server's fault code. */
import type { z } from 'zod';
import type { FieldFault } from '#contract/errors.ts';
import { faultOfIssue } from '#contract/fault-of-issue.ts';

/** The server's code, except that any wrong number is `bad_format`, because the user typed it as text. */
export function faultInForm(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): Omit<FieldFault, 'pointer'> {
  const isNumber =
    issue.code === 'invalid_type'
      ? issue.expected === 'number' || issue.expected === 'int'
      : (issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'number';
  return isNumber ? { code: 'bad_format' } : faultOfIssue(issue);
}
