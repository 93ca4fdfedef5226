/**
 * The next step as a sentence: who has to take it and what it is. No message attaches a suffix to a name, because the
 * right suffix would depend on the name.
 */
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';
import { cutText } from '#domain/privacy/cut.ts';
import { type CivilDate, daysBetween } from '#domain/time/civil.ts';
import type { Translator } from '#i18n/translate.ts';
import { proposalWords } from '../proposal-words.ts';

export type MoveLine = {
  /** The sentence. */
  lead: string;
  /** Details needed for the step: the proposal, the reason for a delay, the expected date. */
  rest: string | null;
};

export function moveLine(detail: RequestDetail, today: CivilDate, translator: Translator): MoveLine {
  const { t, format } = translator;
  const { move, answerState, outcome, closedAt } = detail;
  const { of, code } = move;
  const rest = restOf(detail, translator);
  if (of.kind === 'applicant') {
    const n = Math.max(0, daysBetween(waitingSince(detail, format.dayOf), today));
    return {
      lead: t('move_line.waiting', { n }),
      rest: [askedOf(detail, translator), rest].filter(Boolean).join(' · ') || null,
    };
  }
  if (of.kind === 'nobody')
    return {
      lead: outcome ? t('request.closed_as', { outcome: t(`outcome.${outcome}`) }) : t(`move.${code}`),
      rest: closedAt && format.dateTime(closedAt),
    };
  // Until the letter is delivered the answer is not given, so the move does not say that it is.
  if (move.mine && code === 'close' && answerState === 'on_its_way')
    return { lead: t('request.my_move_on_its_way'), rest };
  if (move.mine) return { lead: t(`request.my_move.${code}`), rest };
  const who = of.kind === 'person' ? of.name : t(`role.${of.role}`);
  return { lead: t('request.their_move', { move: t(`move.${code}`), who }), rest };
}

function restOf(
  { decision, move, delayReason, expectedOn }: RequestDetail,
  translator: Translator,
): string | null {
  const { t, format } = translator;
  if (move.code === 'approve' && decision) {
    const proposal = t('request.proposes', {
      who: decision.proposedBy.name,
      proposal: proposalWords(decision.outcome, translator),
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

/** What began the waiting: the latest question to the applicant, or the note that something is awaited. */
function waitsFor({ timeline }: RequestDetail): TimelineItem | undefined {
  return timeline.findLast(
    (item) =>
      (item.kind === 'event' && item.event === 'request.waiting') ||
      (item.kind === 'message' && item.letter === 'question'),
  );
}

/** The day on which the request began to wait; the deadline is not paused by that. */
function waitingSince(detail: RequestDetail, dayOf: (at: string) => CivilDate): CivilDate {
  const began = waitsFor(detail);
  return began ? dayOf(began.at) : detail.receivedOn;
}

/** Characters of what was asked; the letter itself is in the timeline. */
const ASKED_MAX = 120;

/** What the applicant was asked, where the viewer may read it: the subject of the question, or the reason noted. */
function askedOf(detail: RequestDetail, { t }: Translator): string | null {
  const item = waitsFor(detail);
  const words = item?.kind === 'message' ? item.subjectLine : item?.kind === 'event' ? item.reason : null;
  if (!words?.shown) return null;
  const text = words.value.parts.map((part) => ('text' in part ? part.text : part.masked)).join('');
  // The subject that a question gets by itself says nothing about it.
  const general = [
    t('request.subject_in.kk.question'),
    t('request.subject_in.ru.question'),
    t('request.subject_in.en.question'),
  ];
  return general.includes(text) ? null : cutText(text.replaceAll(/\s+/g, ' ').trim(), ASKED_MAX) || null;
}
