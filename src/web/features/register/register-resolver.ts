/** react-hook-form's way to the contract's own schema: faults as sentences under their fields. */
import type { FieldError, FieldErrors, Resolver } from 'react-hook-form';
import type { Translator } from '#i18n/translate.ts';
import { faultText } from '#web/lib/problem-text.ts';
import type { Clock } from '#web/lib/useNow.ts';
import { faultsOf, type RegisterValues } from './register-values.ts';

export function registerResolver(clock: Clock, translator: Translator): Resolver<RegisterValues> {
  return (values) => {
    const errors = faultsOf(values, clock()).reduce<FieldErrors<RegisterValues>>(
      (found, { field, code, max }) => {
        const message = faultText(
          { pointer: field, code, ...(max === undefined ? {} : { max }) },
          translator,
        );
        return withError(found, field.split('.'), { type: code, message });
      },
      {},
    );
    return Object.keys(errors).length > 0 ? { values: {}, errors } : { values, errors: {} };
  };
}

/** The first fault of a field stays: it is the one to mend first. */
function withError(
  errors: FieldErrors<RegisterValues>,
  [head = '', ...rest]: readonly string[],
  error: FieldError,
): FieldErrors<RegisterValues> {
  const there = (errors as Record<string, unknown>)[head];
  if (rest.length === 0) return there ? errors : { ...errors, [head]: error };
  const inside = (there ?? {}) as FieldErrors<RegisterValues>;
  return { ...errors, [head]: withError(inside, rest, error) };
}
