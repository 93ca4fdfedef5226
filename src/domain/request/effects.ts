/** The effect of an action on a request's status: a fixed status, or a rule that depends on the current one. */
import type { Status } from './status.ts';

type Rule = (from: Status, assigned: boolean) => Status;

/** The status of a request without an assignee: open work becomes new again, decided work keeps its status. */
const untouched: Rule = (from) => (from === 'in_progress' || from === 'waiting_applicant' ? 'new' : from);

const RULES = {
  taken: (from) => (from === 'new' ? 'in_progress' : from),
  given_up: untouched,
  // Assigning does not start the work, so the status stays; without an assignee the request is new again.
  passed_on: (from, assigned) => (assigned ? from : untouched(from, assigned)),
  taken_up: (_from, assigned) => (assigned ? 'in_progress' : 'new'),
  worked_on: (from) => (from === 'new' || from === 'waiting_applicant' ? 'in_progress' : from),
} as const satisfies Record<string, Rule>;

export type StatusEffect = keyof typeof RULES | Status;

/** Returns the status after an effect; `assigned` says whether a person is assigned afterwards. */
export function statusBy(effect: StatusEffect, from: Status, assigned: boolean): Status {
  return effect in RULES ? RULES[effect as keyof typeof RULES](from, assigned) : (effect as Status);
}
