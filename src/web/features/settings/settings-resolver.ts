/** react-hook-form's way to the contract's schema of one part: faults as sentences under their fields. */
import type { FieldErrors, FieldValues, Resolver } from 'react-hook-form';
import type { z } from 'zod';
import type { FaultCode } from '#contract/errors.ts';
import type { Translator } from '#i18n/translate.ts';
import { faultText } from '#web/lib/problem-text.ts';

export type Fault = { field: string; code: FaultCode; max?: number };

/** What the server would refuse, by the rules it will judge by; the first fault of a field. */
export function partFaults(schema: z.ZodType, part: unknown): readonly Fault[] {
  const faults = (schema.safeParse(part).error?.issues ?? []).map(faultOfIssue);
  return faults.filter(({ field }, index) => faults.findIndex((each) => each.field === field) === index);
}

export function settingsResolver<Values extends FieldValues>(
  schema: z.ZodType,
  partOf: (values: Values) => unknown,
  translator: Translator,
): Resolver<Values> {
  return (values) => {
    const faults = partFaults(schema, partOf(values));
    if (faults.length === 0) return { values, errors: {} };
    const errors = faults.map(({ field, code, max }) => [
      field,
      {
        type: code,
        message: faultText({ pointer: field, code, ...(max === undefined ? {} : { max }) }, translator),
      },
    ]);
    return { values: {}, errors: Object.fromEntries(errors) as FieldErrors<Values> };
  };
}

function faultOfIssue(issue: z.core.$ZodIssue): Fault {
  const field = issue.path.join('.');
  if (issue.code === 'too_big')
    return issue.origin === 'string'
      ? { field, code: 'too_long', max: Number(issue.maximum) }
      : { field, code: 'bad_format' };
  if (issue.code === 'custom') return { field, code: (issue.params?.fault as FaultCode) ?? 'bad_format' };
  return { field, code: 'bad_format' };
}
