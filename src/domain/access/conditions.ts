/** Named conditions shared by ACTIONS and VISIBILITY; each looks at the viewer and the facts of one request. */
import type { Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Role } from './roles.ts';

export type Actor = { id: string; roles: readonly Role[] };

/** What the rules need to know of a request; never its content. */
export type RequestFacts = {
  type: RequestType;
  status: Status;
  assigneeId: string | null;
  /** Who proposed the decision that waits, if one does. */
  proposerId: string | null;
  /** Blocked at the subject's demand: an officer reads it, nobody else (94-V art. 25(2)(8)). */
  blocked: boolean;
};

/** Counted by the day in the database; the caller says what is left, because only it can count. */
export type Budgets = { supportReveals: number };
export const UNSPENT: Budgets = { supportReveals: 20 };

type Test = (actor: Actor, facts: RequestFacts, budgets: Budgets) => boolean;

const CONDITIONS = {
  assigned_to_me: (actor, facts) => facts.assigneeId === actor.id,
  not_taken: (_actor, facts) => facts.assigneeId === null,
  not_proposer: (actor, facts) => facts.proposerId !== actor.id,
  support_reveal_budget: (_actor, _facts, budgets) => budgets.supportReveals > 0,
} as const satisfies Record<string, Test>;

export type Condition = keyof typeof CONDITIONS;

/** The first condition that fails, or null when all hold. */
export function failing(
  wanted: readonly Condition[],
  actor: Actor,
  facts: RequestFacts,
  budgets: Budgets,
): Condition | null {
  return wanted.find((name) => !CONDITIONS[name](actor, facts, budgets)) ?? null;
}
