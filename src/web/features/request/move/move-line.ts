/**
 * The next step as a sentence: who has to take it and what it is. No message attaches a suffix to a name, because the
 * right suffix would depend on the name.
 */
import type { RequestDetail } from '#contract/request-shapes.ts';
import { type CivilDate, daysBetween } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';

export type MoveLine = {
  /** The sentence. */
  lead: string;
  /** Details needed for the step: the proposal, the reason for a delay, the expected date. */
  rest: string | null;
};

export function moveLine(detail: RequestDetail, today: CivilDate, translator: Translator): MoveLine {
  const { t, format } = translator;
  const { move, outcome, closedAt } = detail;
  const { of, code } = move;
  const rest = restOf(detail, translator);
  if (of.kind === 'applicant')
    return { lead: t('move_line.waiting', { n: waitingDays(detail, today, format.dayOf) }), rest };
  if (of.kind === 'nobody')
    return {
      lead: outcome ? t('request.closed_as', { outcome: t(`outcome.${outcome}`) }) : t(`move.${code}`),
      rest: closedAt && format.dateTime(closedAt),
    };
  if (move.mine) return { lead: t(`request.my_move.${code}`), rest };
  const who = of.kind === 'person' ? of.name : t(`role.${of.role}`);
  return { lead: t('request.their_move', { move: t(`move.${code}`), who }), rest };
}

function restOf(
  { decision, move, delayReason, expectedOn }: RequestDetail,
  { t, label, format }: Translator,
): string | null {
  if (move.code === 'approve' && decision) {
    const proposal = t('request.proposes', {
      who: decision.proposedBy.name,
      proposal: label(`request.proposal.${decision.outcome}`, t(`outcome.${decision.outcome}`)),
    });
    const until =
      decision.restrictUntil && t('request.restrict_until', { when: format.date(decision.restrictUntil) });
    return [proposal, until].filter(Boolean).join(' ');
  }
  const parts = [
    delayReason && t('request.delayed', { reason: t(`delay.${delayReason}`) }),
    expectedOn && t('request.expected', { when: format.weekdayDate(expectedOn) }),
  ].filter((part) => part !== null && part !== '');
  return parts.length > 0 ? parts.join(' · ') : null;
}

/** Days since the request began to wait for the applicant; the statutory clock is not paused by that. */
function waitingDays(
  { timeline, receivedOn }: RequestDetail,
  today: CivilDate,
  dayOf: (at: string) => CivilDate,
): number {
  const began = timeline.findLast((item) => item.kind === 'event' && item.event === 'request.waiting');
  return Math.max(0, daysBetween(began ? dayOf(began.at) : receivedOn, today));
}
