/** What an action makes of a request's status: a status outright, or one that depends on where the request is. */
import type { Status } from './status.ts';

type Rule = (from: Status, assigned: boolean) => Status;

const untouched: Rule = (from) => (from === 'in_progress' || from === 'waiting_applicant' ? 'new' : from);

const RULES = {
  taken: (from) => (from === 'new' ? 'in_progress' : from),
  given_up: untouched,
  // Assigned is not begun: the colleague's first move begins it.
  passed_on: (from, assigned) => (assigned ? from : untouched(from, assigned)),
  taken_up: (_from, assigned) => (assigned ? 'in_progress' : 'new'),
  worked_on: (from) => (from === 'new' || from === 'waiting_applicant' ? 'in_progress' : from),
} as const satisfies Record<string, Rule>;

export type StatusEffect = keyof typeof RULES | Status;

/** The status after an effect; `assigned` says whether a person holds the request once it is done. */
export function statusBy(effect: StatusEffect, from: Status, assigned: boolean): Status {
  return effect in RULES ? RULES[effect as keyof typeof RULES](from, assigned) : (effect as Status);
}
