/**
 * Turns errors of the API into sentences in the user's language, from the messages `error.*`, `fault.*` and `why.*`.
 */
import type { FieldFault } from '#contract/errors.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translate.ts';
import { ApiError, NoAnswer } from '#web/api/call.ts';

/** One sentence for a failed call. Any other error gets the general sentence, so that no technical text is shown. */
export function problemText(error: unknown, translator: Translator): string {
  const { t } = translator;
  if (error instanceof NoAnswer) return t('error.offline');
  if (!(error instanceof ApiError)) return t('error.internal');
  const { code, why, retryAfter } = error.problem;
  if (code === 'too_many_requests' && retryAfter) return t('error.too_many_requests_in', { n: retryAfter });
  const because = why === undefined ? null : named([`why.${why}`, `fault.${why}`], translator);
  return because ?? named([`error.${code}`], translator) ?? t('error.internal');
}

/** Field → sentence, with react-hook-form's names of fields (`extra.0.value`); empty when no field is invalid. */
export function fieldFaults(error: unknown, translator: Translator): Readonly<Record<string, string>> {
  if (!(error instanceof ApiError)) return {};
  return Object.fromEntries(
    (error.problem.errors ?? []).map((fault) => [fieldOf(fault.pointer), faultText(fault, translator)]),
  );
}

export function faultText({ code, max, min }: Omit<FieldFault, 'pointer'>, { t }: Translator): string {
  if (code === 'too_long' && max !== undefined) return t('fault.too_long_max', { max });
  if (code === 'too_short' && min !== undefined) return t('fault.too_short_min', { min });
  return t(`fault.${code}`);
}

/** The id to quote when asking for help; null when the call did not reach the server. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError && error.problem.requestId !== '' ? error.problem.requestId : null;
}

/** The field of a pointer `/extra/0/value` (JSON Pointer, RFC 6901), `?type` (query) or `path:id`. */
function fieldOf(pointer: string): string {
  if (pointer.startsWith('?')) return pointer.slice(1);
  if (!pointer.startsWith('/')) return pointer.replace(/^path:/, '');
  return pointer
    .slice(1)
    .split('/')
    .map((part) => part.replaceAll('~1', '/').replaceAll('~0', '~'))
    .join('.');
}

function named(ids: readonly string[], { t, has }: Translator): string | null {
  const id = ids.find(has);
  // The cast is safe, because the messages of reasons and faults that come over the wire take no values.
  return id === undefined ? null : t(id as MessageId & 'error.internal');
}
