// What a change of the rules or of the calendar does to the stored dates of one request.
import type { CivilDate } from '../time/civil.ts';
import { isRunning, type Step, type StepCode } from './steps.ts';

/** The dates that such a change can move; the promise itself is in calendar days and never moves by it. */
export type MovableDates = {
  readonly actBy: CivilDate;
  readonly orderOn: CivilDate;
  readonly targetOn: CivilDate | null;
  readonly steps: readonly Pick<Step, 'code' | 'startedOn' | 'dueOn' | 'endedOn'>[];
};

/** One date that moves: the last working day of the promise, the internal target, or the end of a running step. */
export type DateMove = {
  readonly what: 'act_by' | 'target' | StepCode;
  readonly from: CivilDate;
  readonly to: CivilDate;
};

/** Returns the moves in the order of urgency: steps, last working day, target. Empty where nothing running moves. */
export function dateMoves(before: MovableDates, after: MovableDates): readonly DateMove[] {
  const steps = before.steps.filter(isRunning).flatMap(({ code, startedOn, dueOn }) => {
    const same = after.steps.find((step) => step.code === code && step.startedOn === startedOn);
    return same ? moved(code, dueOn, same.dueOn) : [];
  });
  return [
    ...steps,
    ...moved('act_by', before.actBy, after.actBy),
    ...(before.targetOn && after.targetOn ? moved('target', before.targetOn, after.targetOn) : []),
  ];
}

function moved(what: DateMove['what'], from: CivilDate, to: CivilDate): readonly DateMove[] {
  return from === to ? [] : [{ what, from, to }];
}
