/** Whose move it is and what the move is: one line instead of status soup, and the default view of the queue. */
import type { Role } from '#domain/access/roles.ts';
import type { Status } from './status.ts';
import { type RequestType, type Track, trackOf } from './types.ts';

export const MOVES = [
  'take',
  'answer',
  'decide',
  'approve',
  'carry_out',
  'close',
  'wait_applicant',
  'none',
] as const;
export type MoveCode = (typeof MOVES)[number];

export type Move = {
  code: MoveCode;
  /** A person by id, any holder of a role, the applicant, or nobody. */
  of: { person: string } | { role: Role; notPerson?: string } | 'applicant' | 'nobody';
};

export type MoveFacts = {
  type: RequestType;
  status: Status;
  assigneeId: string | null;
  proposerId: string | null;
  answered: boolean;
  /** The type's outcome needs a decision by two officers. */
  needsDecision: boolean;
};

const DESK_OF = { support: 'support', officer: 'privacy_officer' } as const satisfies Record<Track, Role>;

type Rule = (facts: MoveFacts) => Move;

const BY_STATUS = {
  new: ({ type, assigneeId, ...facts }) =>
    assigneeId
      ? working({ type, assigneeId, ...facts })
      : { code: 'take', of: { role: DESK_OF[trackOf(type)] } },
  in_progress: (facts) => working(facts),
  waiting_applicant: () => ({ code: 'wait_applicant', of: 'applicant' }),
  awaiting_approval: ({ proposerId }) => ({
    code: 'approve',
    of: { role: 'privacy_officer', ...(proposerId ? { notPerson: proposerId } : {}) },
  }),
  executing: (facts) => owned(facts, facts.answered ? 'carry_out' : 'answer'),
  closed: () => ({ code: 'none', of: 'nobody' }),
} as const satisfies Record<Status, Rule>;

/** The move that the request waits for; stored beside it and recomputed on every change. */
export function moveOf(facts: MoveFacts): Move {
  return BY_STATUS[facts.status](facts);
}

function working(facts: MoveFacts): Move {
  if (facts.needsDecision) return owned(facts, 'decide');
  return owned(facts, facts.answered ? 'close' : 'answer');
}

function owned({ assigneeId, type }: MoveFacts, code: MoveCode): Move {
  return { code, of: assigneeId ? { person: assigneeId } : { role: DESK_OF[trackOf(type)] } };
}
