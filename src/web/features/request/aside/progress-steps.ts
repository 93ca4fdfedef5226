/** The steps a request goes through and their state, derived from its record; there are no manually ticked steps. */
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { isClosed, needsDecision } from '#domain/request/lifecycle.ts';
import { counts, meetsPromise } from '#domain/request/message-kinds.ts';
import type { MoveCode } from '#domain/request/move.ts';
import { slaOf } from '#domain/request/sla.ts';
import type { MessageId } from '#i18n/catalogue.ts';
import { slaInputOf } from '#web/ui/request/request-row.ts';

export type ProgressStep = {
  id: MessageId & `request.progress.${string}`;
  /** `late`: done, but after the promise ended. `waiting`: the next step, once the applicant has replied. */
  state: 'done' | 'late' | 'now' | 'waiting' | 'ahead';
  /** What holds the step up; null if nothing does. */
  held: MessageId | null;
  /** Who completed the step; null if it is open or was done by the program. */
  by: string | null;
  at: string | null;
};

type Wanted = {
  id: ProgressStep['id'];
  /** The next steps (MoveCode) during which this step is the current one. */
  moves: readonly MoveCode[];
  late?: boolean;
  held?: MessageId | null;
  done: { by: string | null; at: string | null } | null;
};

export function progressSteps(detail: RequestDetail): readonly ProgressStep[] {
  const { type, status, outcome, decision, move, answeredAt, answerState, closedAt } = detail;
  const taken = lastEvent(detail, ['request.taken', 'request.assigned']);
  const closing = lastEvent(detail, ['request.closed']);
  const answer = detail.timeline.find(isAnswer);
  // Only what met the promise is done: an answer on its way may still be refused.
  const answered = answeredAt === null ? null : { by: answer?.by?.name ?? null, at: answeredAt };
  const closed = isClosed(status) && closedAt ? { by: closing?.by?.name ?? null, at: closedAt } : null;
  const decides = needsDecision(type) && (outcome === null || decision !== null);
  const decided: Wanted[] = decides
    ? [
        {
          id: 'request.progress.proposed',
          moves: ['decide'],
          done: decision && { by: decision.proposedBy.name, at: decision.proposedAt },
        },
        {
          id: 'request.progress.approved',
          moves: ['approve'],
          done: decision?.approvedAt
            ? { by: decision.approvedBy?.name ?? null, at: decision.approvedAt }
            : null,
        },
      ]
    : [];
  const steps: Wanted[] = [
    {
      id: 'request.progress.taken',
      moves: ['take'],
      done: detail.assignee ? { by: detail.assignee.name, at: taken?.at ?? null } : null,
    },
    ...decided,
    {
      id: decides ? 'request.progress.reasoned' : 'request.progress.answered',
      moves: ['answer'],
      late: slaOf(slaInputOf(detail), detail.dueOn).state === 'late',
      held: answerState && `answer_state.${answerState}`,
      done: answered,
    },
    {
      id: decides ? 'request.progress.carried_out' : 'request.progress.closed',
      moves: ['carry_out', 'close'],
      done: closed,
    },
  ];
  // A closed request has no steps ahead, so the open ones are dropped.
  const real = isClosed(status) ? steps.filter(({ done }) => done !== null) : steps;
  const open = real.filter(({ done }) => done === null);
  const waits = move.code === 'wait_applicant';
  // An answer on its way comes before the closing, which its delivery only then allows to be called answered.
  const current = waits
    ? open[0]
    : (open.find(({ held }) => held) ?? open.find(({ moves }) => moves.includes(move.code)));
  return real.map((step) => {
    const { id, late = false, held = null, done } = step;
    const isCurrent = step === current;
    return {
      id,
      state: done ? (late ? 'late' : 'done') : !isCurrent ? 'ahead' : waits ? 'waiting' : 'now',
      held: isCurrent ? (held ?? (waits ? 'move.wait_applicant' : null)) : null,
      by: done?.by ?? null,
      at: done?.at ?? null,
    };
  });
}

type Event = Extract<TimelineItem, { kind: 'event' }>;

function lastEvent({ timeline }: RequestDetail, names: readonly AuditEvent[]): Event | undefined {
  return timeline.findLast((item): item is Event => item.kind === 'event' && names.includes(item.event));
}

/** An answer that was given or is on its way; a refused or unknown one does not count, nor any other kind of letter. */
function isAnswer(item: TimelineItem): item is Extract<TimelineItem, { kind: 'message' }> {
  return item.kind === 'message' && item.letter !== null && meetsPromise(item.letter) && counts(item.state);
}
