/** How react-hook-form checks a form: by the contract's schema, so that a form says what the server would answer. */
import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import { z } from 'zod';
import type { Translator } from '#i18n/translate.ts';
import { faultInForm } from './fault-in-form.ts';
import { faultText } from './problem-text.ts';

/** @param bodyOf what of the values is sent, and so what the schema judges; its names are the fields' */
export function contractResolver<Values extends FieldValues>(
  schema: z.ZodType,
  bodyOf: (values: Values) => unknown,
  translator: Translator,
): Resolver<Values> {
  const error = (issue: z.core.$ZodRawIssue) => faultText(faultInForm(issue), translator);
  return zodResolver(z.transform(bodyOf).pipe(schema), { error }, OPTIONS);
}

/** For a form that is judged by more than one schema: the place and the sentence of each fault, the first of a field first. */
export function faultsResolver<Values extends FieldValues>(
  faultsOf: (values: Values) => readonly { field: string; message: string }[],
): Resolver<Values> {
  const schema = z.transform((input: Values, { issues }) => {
    for (const { field, message } of faultsOf(input))
      issues.push({ code: 'custom', input, path: field.split('.'), message });
  });
  return zodResolver(schema, undefined, OPTIONS);
}

/** The values are handed on as they were typed: what is sent is made of them once more, when it is sent. */
const OPTIONS = { mode: 'sync', raw: true } as const;
