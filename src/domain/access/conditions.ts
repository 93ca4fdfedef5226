/** Named conditions shared by ACTIONS and VISIBILITY. Each tests the viewer against the facts of one request. */
import { needsDecision } from '#domain/request/lifecycle.ts';
import type { Status } from '#domain/request/status.ts';
import type { RequestType } from '#domain/request/types.ts';
import type { Role } from './roles.ts';

export type Actor = { id: string; roles: readonly Role[] };

/** The fields of a request that the access rules read; never its content. */
export type RequestFacts = {
  type: RequestType;
  status: Status;
  assigneeId: string | null;
  /** The person who proposed the decision that awaits approval; null without one. */
  proposerId: string | null;
  /** Whether a second officer has approved the decision that stands. */
  approved: boolean;
  /** Blocked at the subject's demand: only a privacy officer reads the record (94-V art. 25(2)(8)). */
  blocked: boolean;
};

/** What is left of the daily budgets. The caller passes it, because the uses are counted in the database. */
export type Budgets = { supportReveals: number };
/** The full budgets of a day: the default, and what the server subtracts the day's uses from. */
export const UNSPENT: Budgets = { supportReveals: 20 };

type Test = (actor: Actor, facts: RequestFacts, budgets: Budgets) => boolean;

const CONDITIONS = {
  assigned_to_me: (actor, facts) => facts.assigneeId === actor.id,
  not_taken: (_actor, facts) => facts.assigneeId === null,
  not_proposer: (actor, facts) => facts.proposerId !== actor.id,
  decision_approved: (_actor, facts) => facts.approved || !needsDecision(facts.type),
  support_reveal_budget: (_actor, _facts, budgets) => budgets.supportReveals > 0,
} as const satisfies Record<string, Test>;

export type Condition = keyof typeof CONDITIONS;

/** Returns the first condition that fails, or null when all hold. */
export function failing(
  wanted: readonly Condition[],
  actor: Actor,
  facts: RequestFacts,
  budgets: Budgets,
): Condition | null {
  return wanted.find((name) => !CONDITIONS[name](actor, facts, budgets)) ?? null;
}
