/** What the server refused, in the person's language: `error.*`, `fault.*` and `why.*` are the only words used for it. */
import type { FieldFault } from '#contract/errors.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import type { Translator } from '#i18n/translate.ts';
import { ApiError, NoAnswer } from '#web/api/call.ts';

/** One sentence for a failed call; anything that is not the API's own is told as a fault of the server. */
export function problemText(error: unknown, translator: Translator): string {
  const { t } = translator;
  if (error instanceof NoAnswer) return t('error.offline');
  if (!(error instanceof ApiError)) return t('error.internal');
  const { code, why, retryAfter } = error.problem;
  if (code === 'too_many_requests' && retryAfter) return t('error.too_many_requests_in', { n: retryAfter });
  const because = why === undefined ? null : named([`why.${why}`, `fault.${why}`], translator);
  return because ?? named([`error.${code}`], translator) ?? t('error.internal');
}

/** Field → sentence, keyed as react-hook-form names fields (`extra.0.value`); empty when no field is at fault. */
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

/** What to name when one asks for help; null when the call never arrived. */
export function requestIdOf(error: unknown): string | null {
  return error instanceof ApiError && error.problem.requestId !== '' ? error.problem.requestId : null;
}

/** `/extra/0/value`, `?type` or `path:id` as the name of a field. */
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
  // Words that came over the wire and are in the catalogue take no values.
  return id === undefined ? null : t(id as MessageId & 'error.internal');
}
