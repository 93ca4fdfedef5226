// The only place that computes a request's due dates; lists, reports, letters and the stored columns all call it.
import {
  addWorkingDays,
  isYearConfirmed,
  lastWorkingDayOnOrBefore,
  nextWorkingDayOnOrAfter,
  type WorkingCalendar,
  yearOf,
} from '../time/calendar.ts';
import { addDays, type CivilDate, civilDateAt, earliest } from '../time/civil.ts';
import { isRunning, type RequestEvent, type Step, type StepRule, stepsOf } from './steps.ts';

/**
 * The term of the public promise (policy §4). It runs on every request of any type, is open until 24:00 of its last day
 * and is never rolled forward, because the policy says calendar days.
 */
export const PROMISE = { calendarDays: 30, source: 'policy §4' } as const;

/** Change it with every change of a term or of the counting, so that an old date can still be explained. */
const RULE_VERSION = 'kz-2026.1';

/**
 * Returns the version of the rules and of the days that dates were computed with. It is stored with them, so that those
 * computed before a change are found and computed again.
 */
export function rulesOf({ version }: WorkingCalendar): string {
  return `${RULE_VERSION}/${version}`;
}

/** An internal target of a type, in working days from receipt: shown and filterable, never overdue. */
export type Target = { readonly workingDays: number };

export type DeadlinesInput = {
  readonly receivedAt: Temporal.Instant;
  readonly steps: readonly StepRule[];
  readonly target: Target | null;
  readonly events: readonly RequestEvent[];
  readonly closedOn?: CivilDate | null;
};

/** The dates of one request, as plain JSON. */
export type Deadlines = {
  readonly receivedOn: CivilDate;
  /** The last day of the promise, included to its end. */
  readonly dueOn: CivilDate;
  /** The last working day on or before `dueOn`: urgency, colour and order follow it. */
  readonly actBy: CivilDate;
  /** Where Civil Code art. 175 would move `dueOn`; shown in the explanation, never used as a deadline. */
  readonly rolledTo: CivilDate;
  readonly steps: readonly Step[];
  readonly targetOn: CivilDate | null;
  /**
   * min(actBy, due of each running confirmed step): orders the queue; from this day on the request is to be answered.
   */
  readonly orderOn: CivilDate;
  /** min(dueOn, due of each running confirmed step): the last day on which the request is not overdue. */
  readonly lateAfter: CivilDate;
  /** False when a date above falls in a year whose calendar is not confirmed. */
  readonly calendarConfirmed: boolean;
  readonly ruleVersion: string;
};

/** Returns every date of a request, in the organisation's zone (policy §4; Civil Code arts. 173, 176). */
export function deadlinesOf(input: DeadlinesInput, calendar: WorkingCalendar): Deadlines {
  const receivedOn = civilDateAt(input.receivedAt);
  const dueOn = addDays(receivedOn, PROMISE.calendarDays);
  const actBy = lastWorkingDayOnOrBefore(dueOn, calendar);
  const rolledTo = nextWorkingDayOnOrAfter(dueOn, calendar);
  const steps = stepsOf(receivedOn, input.steps, input.events, input.closedOn ?? null, calendar);
  // An unconfirmed step is a target and binds nothing.
  const binding = steps.filter((step) => step.confirmed && isRunning(step)).map((step) => step.dueOn);
  const targetOn = input.target && addWorkingDays(receivedOn, input.target.workingDays, calendar);
  const deadlines = { receivedOn, dueOn, actBy, rolledTo, steps, targetOn };
  return {
    ...deadlines,
    orderOn: earliest(actBy, ...binding),
    lateAfter: earliest(dueOn, ...binding),
    calendarConfirmed: unconfirmedYears(deadlines, calendar).length === 0,
    ruleVersion: RULE_VERSION,
  };
}

/** Returns the years of the request's dates whose calendar is not confirmed, ascending. */
export function unconfirmedYears(
  deadlines: Pick<Deadlines, 'dueOn' | 'actBy' | 'rolledTo' | 'steps' | 'targetOn'>,
  calendar: WorkingCalendar,
): readonly number[] {
  const { dueOn, actBy, rolledTo, steps, targetOn } = deadlines;
  const dates = [dueOn, actBy, rolledTo, ...steps.map((step) => step.dueOn), ...(targetOn ? [targetOn] : [])];
  const years = [...new Set(dates.map(yearOf))].toSorted((a, b) => a - b);
  return years.filter((year) => !isYearConfirmed(year, calendar));
}
