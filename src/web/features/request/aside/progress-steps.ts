/** The steps a request goes through and their state, derived from its record; there are no manually ticked steps. */
import type { RequestDetail, TimelineItem } from '#contract/request-shapes.ts';
import type { AuditEvent } from '#domain/audit/events.ts';
import { isClosed, needsDecision } from '#domain/request/lifecycle.ts';
import type { MoveCode } from '#domain/request/move.ts';
import type { MessageId } from '#i18n/catalogue.ts';

export type ProgressStep = {
  id: MessageId & `request.progress.${string}`;
  state: 'done' | 'now' | 'ahead';
  /** Who completed the step; null if it is open or was done by the program. */
  by: string | null;
  at: string | null;
};

type Wanted = {
  id: ProgressStep['id'];
  /** The next steps (MoveCode) during which this step is the current one. */
  moves: readonly MoveCode[];
  done: { by: string | null; at: string | null } | null;
};

export function progressSteps(detail: RequestDetail): readonly ProgressStep[] {
  const { type, status, outcome, decision, move, closedAt } = detail;
  const taken = lastEvent(detail, ['request.taken', 'request.assigned']);
  const closing = lastEvent(detail, ['request.closed']);
  const answer = detail.timeline.findLast(isAnswer);
  const answered = answer ? { by: answer.by?.name ?? null, at: answer.at } : null;
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
      moves: ['answer', 'wait_applicant'],
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
  return real.map(({ id, moves, done }) => ({
    id,
    state: done ? 'done' : moves.includes(move.code) ? 'now' : 'ahead',
    by: done?.by ?? null,
    at: done?.at ?? null,
  }));
}

type Event = Extract<TimelineItem, { kind: 'event' }>;

function lastEvent({ timeline }: RequestDetail, names: readonly AuditEvent[]): Event | undefined {
  return timeline.findLast((item): item is Event => item.kind === 'event' && names.includes(item.event));
}

/** A letter that the mail server refused did not arrive, so it is no answer. */
export function isAnswer(item: TimelineItem): item is Extract<TimelineItem, { kind: 'message' }> {
  return item.kind === 'message' && item.direction === 'out' && item.state !== 'refused';
}
