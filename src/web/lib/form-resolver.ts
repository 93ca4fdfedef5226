/**
 * Resolvers for react-hook-form that validate by the contract's schema, so that a form reports what the server would.
 */
import { zodResolver } from '@hookform/resolvers/zod';
import type { FieldValues, Resolver } from 'react-hook-form';
import { z } from 'zod';
import type { Translator } from '#i18n/translate.ts';
import { faultInForm } from './fault-in-form.ts';
import { faultText } from './problem-text.ts';

/** @param bodyOf the body sent for these values, which the schema validates; its keys are the names of the fields */
export function contractResolver<Values extends FieldValues>(
  schema: z.ZodType,
  bodyOf: (values: Values) => unknown,
  translator: Translator,
): Resolver<Values> {
  const error = (issue: z.core.$ZodRawIssue) => faultText(faultInForm(issue), translator);
  return zodResolver(z.transform(bodyOf).pipe(schema), { error }, OPTIONS);
}

/**
 * For a form with more than one schema. @param faultsOf field and sentence of each fault, a field's first fault first
 */
export function faultsResolver<Values extends FieldValues>(
  faultsOf: (values: Values) => readonly { field: string; message: string }[],
): Resolver<Values> {
  const schema = z.transform((input: Values, { issues }) => {
    for (const { field, message } of faultsOf(input))
      issues.push({ code: 'custom', input, path: field.split('.'), message });
  });
  return zodResolver(schema, undefined, OPTIONS);
}

/** `raw` passes on the values as typed, because the caller builds the body from them again when it sends it. */
const OPTIONS = { mode: 'sync', raw: true } as const;
