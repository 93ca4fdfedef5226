/** What each action makes of a request’s status, and the questions about types and outcomes that others ask by name. */
import type { Action } from '#domain/access/actions.ts';
import { OUTCOMES, type Outcome, type Status } from './status.ts';
import type { StepEnd, StepEvent } from './steps.ts';
import { type RequestType, trackOf, typeRow } from './types.ts';

export const FIRST_STATUS: Status = 'new';
const LAST_STATUS: Status = 'closed';

type Effect = (from: Status, assigned: boolean) => Status;

const worked: Effect = (from) => (from === 'new' || from === 'waiting_applicant' ? 'in_progress' : from);
const untouched: Effect = (from) => (from === 'in_progress' || from === 'waiting_applicant' ? 'new' : from);

const EFFECTS = {
  'request.take': (from) => (from === 'new' ? 'in_progress' : from),
  'request.hand_back': untouched,
  // Assigned is not begun: the colleague's first move begins it.
  'request.assign': (from, assigned) => (assigned ? from : untouched(from, assigned)),
  'request.convert': (from, assigned) => (assigned ? from : untouched(from, assigned)),
  'request.convert_back': (from, assigned) => (assigned ? from : untouched(from, assigned)),
  'request.wait': () => 'waiting_applicant',
  'request.resume': (_from, assigned) => (assigned ? 'in_progress' : 'new'),
  'request.answer': worked,
  'request.answer_outside': worked,
  'request.close': () => 'closed',
  'request.reopen': () => 'in_progress',
  'decision.propose': () => 'awaiting_approval',
  'decision.approve': () => 'executing',
  'decision.return': () => 'in_progress',
} as const satisfies Partial<Record<Action, Effect>>;

export type StatusChange = keyof typeof EFFECTS;
export const statusChanges = Object.keys(EFFECTS) as readonly StatusChange[];

/** The status after an action; `assigned` says whether somebody holds the request once it is done. */
export function statusAfter(action: StatusChange, from: Status, assigned: boolean): Status {
  return EFFECTS[action](from, assigned);
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
