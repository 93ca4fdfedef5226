/** One issue of a form's values, in the server's words but for numbers. */
import type { z } from 'zod';
import type { FieldFault } from '#contract/errors.ts';
import { faultOfIssue } from '#contract/fault-of-issue.ts';

/** A form holds text, so a number that is none or out of its range is text in the wrong format. */
export function faultInForm(issue: z.core.$ZodRawIssue | z.core.$ZodIssue): Omit<FieldFault, 'pointer'> {
  const isNumber =
    issue.code === 'invalid_type'
      ? issue.expected === 'number' || issue.expected === 'int'
      : (issue.code === 'too_big' || issue.code === 'too_small') && issue.origin === 'number';
  return isNumber ? { code: 'bad_format' } : faultOfIssue(issue);
}
