/**
 * Words for what another person changed between two versions of a request; covers fields without personal data only.
 */
import type { RequestDetail } from '#contract/request-shapes.ts';
import type { Translator } from '#i18n/translate.ts';
import type { Conflict } from './useRequestChange.ts';

type ConflictLine = { field: string; before: string; now: string };
export type ConflictWords = {
  /** Name of the person behind the newest timeline entry; null if there is none. */
  who: string | null;
  at: string | null;
  lines: readonly ConflictLine[];
  /** Number of letters received or sent in between. */
  letters: number;
};

export function conflictWords({ before, now }: Conflict, translator: Translator): ConflictWords {
  const { t, format } = translator;
  const facts: readonly [field: string, of: (detail: RequestDetail) => string][] = [
    [t('plain.status'), ({ status }) => t(`status.${status}`)],
    [t('plain.type'), ({ type }) => t(`type.${type}`)],
    [t('plain.assignee'), ({ assignee }) => assignee?.name ?? t('common.unassigned')],
    [t('plain.outcome'), ({ outcome }) => (outcome ? t(`outcome.${outcome}`) : t('common.none'))],
    [t('plain.language'), ({ language }) => t(`language.${language}`)],
    [t('plain.receivedOn'), ({ receivedAt }) => format.dateTime(receivedAt)],
    [t('plain.dueOn'), ({ dueOn }) => format.date(dueOn)],
    [t('request.delay'), ({ delayReason }) => (delayReason ? t(`delay.${delayReason}`) : t('common.none'))],
    [t('request.expected_on'), ({ expectedOn }) => (expectedOn ? format.date(expectedOn) : t('common.none'))],
  ];
  const lines = facts
    .map(([field, of]) => ({ field, before: of(before), now: of(now) }))
    .filter((line) => line.before !== line.now);
  const known = new Set(before.timeline.map(({ id }) => id));
  const fresh = now.timeline.filter(({ id }) => !known.has(id));
  const last = fresh.at(-1);
  return {
    who: last?.by?.name ?? null,
    at: last ? format.time(last.at) : null,
    lines,
    letters: fresh.filter(({ kind }) => kind === 'message').length,
  };
}
