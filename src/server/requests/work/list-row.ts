/** The text of a request's list row, encrypted as one value, so that a page needs one decryption a row. */
import { maskName, previewOf, shortName } from '#domain/privacy/masks.ts';
import type { NewRequest } from './create.ts';

/** n: short name, i: initials, p: first line with identifiers masked. */
export function listRow({
  applicant: { surname, firstName },
  subjectLine,
  message,
}: Pick<NewRequest, 'applicant' | 'subjectLine' | 'message'>): string {
  const line = subjectLine ? `${subjectLine} · ${message}` : message;
  return JSON.stringify({
    n: shortName(surname, firstName) || null,
    i: maskName(surname, firstName) || null,
    p: previewOf(line),
  });
}
