/** A decision in the words of what is to be done, because an outcome such as "fulfilled" would read as done. */
import type { Outcome } from '#domain/request/status.ts';
import type { Translator } from '#i18n/translate.ts';

export function proposalWords(outcome: Outcome, { t, label }: Translator): string {
  return label(`request.proposal.${outcome}`, t(`outcome.${outcome}`));
}

/** As `proposalWords`, for a line of its own. */
export function proposalChoice(outcome: Outcome, translator: Translator): string {
  const words = proposalWords(outcome, translator);
  return `${words.charAt(0).toLocaleUpperCase()}${words.slice(1)}`;
}
