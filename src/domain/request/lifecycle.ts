/**
 * The status after each action, and predicates on types, statuses and outcomes, so that code outside the domain names
 * none of them.
 */
import { ACTIONS, type Action, actionRow, actions } from '#domain/access/actions.ts';
import { type StatusEffect, statusBy } from './effects.ts';
import { OUTCOMES, type Outcome, type Status } from './status.ts';
import type { StepEnd, StepEvent } from './steps.ts';
import { type RequestType, trackOf, typeRow } from './types.ts';

export const FIRST_STATUS: Status = 'new';
const LAST_STATUS: Status = 'closed';

/** The actions that change a request's status: those whose row has `becomes`. */
export type StatusChange = {
  [A in Action]: (typeof ACTIONS)[A] extends { becomes: StatusEffect } ? A : never;
}[Action];
export const statusChanges = actions.filter(isStatusChange);

/** Whether the action changes the status of a request. */
export function isStatusChange(action: Action): action is StatusChange {
  return 'becomes' in ACTIONS[action];
}

/** Returns the status after an action; `assigned` says whether a person is assigned afterwards. */
export function statusAfter(action: StatusChange, from: Status, assigned: boolean): Status {
  return statusBy(ACTIONS[action].becomes, from, assigned);
}

/** Whether the action is possible in this status, whoever does it. */
export function isAllowedIn(action: Action, status: Status): boolean {
  return actionRow(action).statuses?.includes(status) ?? true;
}

/**
 * Whether an action is allowed only in passing statuses, those other than new and in progress. Elsewhere it is no use
 * to show it as disabled.
 */
export function isPassing(action: Action): boolean {
  const usual: readonly Status[] = [FIRST_STATUS, 'in_progress'];
  return actionRow(action).statuses?.every((status) => !usual.includes(status)) ?? false;
}

export function isClosed(status: Status): boolean {
  return status === LAST_STATUS;
}

/** Whether a request of this type ends by a decision of two officers. */
export function needsDecision(type: RequestType): boolean {
  return typeRow(type).outcomes.some((outcome) => OUTCOMES[outcome].evidence === 'decision');
}

/** Whether the outcome requires an answer, alone or together with a decision. */
export function restsOnAnswer(outcome: Outcome): boolean {
  return OUTCOMES[outcome].evidence !== 'none';
}

/** Whether the outcome refers to another request. */
export function namesAnother(outcome: Outcome): boolean {
  return outcome === 'duplicate';
}

/** Whether the decision needs an end date: restricting keeps data by law until a day. */
export function needsRestrictionEnd(outcome: Outcome): boolean {
  return outcome === 'restricted';
}

/** Whether the outcome needs a ground: the law allows no refusal, even in part, without one (94-V art. 25(2)(7)). */
export function needsGround(outcome: Outcome): boolean {
  return OUTCOMES[outcome].evidence === 'decision' && outcome !== 'fulfilled';
}

/** Whether a change of type ends the clocks of a right; that is a separate action with a reason. */
export function isConversionBack(from: RequestType, to: RequestType): boolean {
  return trackOf(from) === 'officer' && trackOf(to) === 'support';
}

/** Events that block or unblock the data themselves (94-V art. 25(2)(8)), with the resulting value of `blocked`. */
export const BLOCKING: Partial<Record<StepEvent | StepEnd, boolean>> = { blocked: true, unblocked: false };

/**
 * Returns the events that may be recorded on a type: those that start or end its steps, and blocking, which may follow
 * from any right. Receipt and answer are left out, because their own actions record them.
 */
export function recordableOn(type: RequestType): readonly string[] {
  const ofSteps = typeRow(type).steps.flatMap(({ starts, ends }) => [starts, ends]);
  return [...ofSteps, ...Object.keys(BLOCKING)].filter(
    (event) => event !== 'received' && event !== 'answered',
  );
}
