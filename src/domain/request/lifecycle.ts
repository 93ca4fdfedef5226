/** What each action makes of a request’s status, and the questions about types and outcomes that others ask by name. */
import { ACTIONS, type Action, actionRow, actions } from '#domain/access/actions.ts';
import { type StatusEffect, statusBy } from './effects.ts';
import { OUTCOMES, type Outcome, type Status } from './status.ts';
import type { StepEnd, StepEvent } from './steps.ts';
import { type RequestType, trackOf, typeRow } from './types.ts';

export const FIRST_STATUS: Status = 'new';
const LAST_STATUS: Status = 'closed';

/** Actions that move a request on: those whose row says what it becomes. */
export type StatusChange = {
  [A in Action]: (typeof ACTIONS)[A] extends { becomes: StatusEffect } ? A : never;
}[Action];
export const statusChanges = actions.filter((action): action is StatusChange => 'becomes' in ACTIONS[action]);

/** The status after an action; `assigned` says whether a person holds the request once it is done. */
export function statusAfter(action: StatusChange, from: Status, assigned: boolean): Status {
  return statusBy(ACTIONS[action].becomes, from, assigned);
}

/** Whether an action belongs to a state that a request passes through, so that it has no place before or after it. */
export function isPassing(action: Action): boolean {
  const usual: readonly Status[] = [FIRST_STATUS, 'in_progress'];
  return actionRow(action).statuses?.every((status) => !usual.includes(status)) ?? false;
}

export function isClosed(status: Status): boolean {
  return status === LAST_STATUS;
}

/** Whether a decision by two officers stands between this type and its ordinary end. */
export function needsDecision(type: RequestType): boolean {
  return typeRow(type).outcomes.some((outcome) => OUTCOMES[outcome].evidence === 'decision');
}

/** Whether the outcome rests on an answer, by itself or beside a decision. */
export function restsOnAnswer(outcome: Outcome): boolean {
  return OUTCOMES[outcome].evidence !== 'none';
}

/** Outcomes that point at another request. */
export function namesAnother(outcome: Outcome): boolean {
  return outcome === 'duplicate';
}

/** Restricting keeps data by law up to a day, so the day belongs to the decision. */
export function needsRestrictionEnd(outcome: Outcome): boolean {
  return outcome === 'restricted';
}

/** A part refused needs its ground: the law knows no refusal without one (94-V art. 25(2)(7)). */
export function needsGround(outcome: Outcome): boolean {
  return OUTCOMES[outcome].evidence === 'decision' && outcome !== 'fulfilled';
}

/** Taking a right's clock away is its own action with a reason; every other change of type is a plain one. */
export function isConversionBack(from: RequestType, to: RequestType): boolean {
  return trackOf(from) === 'officer' && trackOf(to) === 'support';
}

/** Events that switch the blocking of the data itself (94-V art. 25(2)(8)). */
export const BLOCKING: Partial<Record<StepEvent | StepEnd, boolean>> = { blocked: true, unblocked: false };

/** Events that may be recorded on a type: those its steps start or end with, and blocking, which any right may bring. */
export function recordableOn(type: RequestType): readonly string[] {
  const ofSteps = typeRow(type).steps.flatMap(({ starts, ends }) => [starts, ends]);
  return [...ofSteps, ...Object.keys(BLOCKING)].filter(
    (event) => event !== 'received' && event !== 'answered',
  );
}
