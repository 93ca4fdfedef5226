/** The next move on a request and the person or role that has to make it; the default view of the queue lists by it. */
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
  /** A person by id, any holder of a role (but one person), the applicant, or no one. */
  of: { person: string } | { role: Role; notPerson?: string } | 'applicant' | 'nobody';
};

export type MoveFacts = {
  type: RequestType;
  status: Status;
  assigneeId: string | null;
  proposerId: string | null;
  answered: boolean;
  /** Whether the type's outcome needs a decision by two officers. */
  needsDecision: boolean;
};

/** The role that works on each track. */
const DESK_OF = { support: 'support', officer: 'privacy_officer' } as const satisfies Record<Track, Role>;

/** Returns the role that works on requests of a type. */
export function deskOf(type: RequestType): Role {
  return DESK_OF[trackOf(type)];
}

type Rule = (facts: MoveFacts) => Move;

const BY_STATUS = {
  new: ({ type, assigneeId, ...facts }) =>
    assigneeId ? working({ type, assigneeId, ...facts }) : { code: 'take', of: { role: deskOf(type) } },
  in_progress: (facts) => working(facts),
  waiting_applicant: () => ({ code: 'wait_applicant', of: 'applicant' }),
  awaiting_approval: ({ proposerId }) => ({
    code: 'approve',
    of: { role: 'privacy_officer', ...(proposerId ? { notPerson: proposerId } : {}) },
  }),
  executing: (facts) => owned(facts, facts.answered ? 'carry_out' : 'answer'),
  closed: () => ({ code: 'none', of: 'nobody' }),
} as const satisfies Record<Status, Rule>;

/** Returns the move that the request waits for. It is stored with the request and recomputed on every change. */
export function moveOf(facts: MoveFacts): Move {
  return BY_STATUS[facts.status](facts);
}

function working(facts: MoveFacts): Move {
  if (facts.needsDecision) return owned(facts, 'decide');
  return owned(facts, facts.answered ? 'close' : 'answer');
}

function owned({ assigneeId, type }: MoveFacts, code: MoveCode): Move {
  return { code, of: assigneeId ? { person: assigneeId } : { role: deskOf(type) } };
}
