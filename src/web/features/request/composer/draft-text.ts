/** Comparing and joining two texts of one draft. */
import type { DraftText } from './draft-saver.ts';

/** Equal as the server stores them: it trims the subject line, and a text of spaces alone is none. */
export function isSame(one: DraftText, other: DraftText): boolean {
  if (isBlank(one) && isBlank(other)) return true;
  return one.text === other.text && one.subjectLine.trim() === other.subjectLine.trim();
}

export function isBlank({ text, subjectLine }: DraftText): boolean {
  return text.trim() === '' && subjectLine.trim() === '';
}

/** Both texts, the stored one first; of two subject lines the typed one. */
export function appended(stored: DraftText, typed: DraftText): DraftText {
  if (isBlank(typed)) return { text: stored.text, subjectLine: stored.subjectLine };
  const text = [stored.text.trimEnd(), typed.text].filter((part) => part.trim() !== '').join('\n\n');
  return { text, subjectLine: typed.subjectLine.trim() === '' ? stored.subjectLine : typed.subjectLine };
}
