// The state of a request on a day, derived from its stored dates. "Due today", "overdue" and "no deadline" are three
// different answers. Server and browser share this function, because days left change at midnight without a request.
import { type CivilDate, daysBetween } from '../time/civil.ts';
import { isRunning, type Step, type StepCode } from './steps.ts';

export type SlaStep = Pick<Step, 'code' | 'dueOn' | 'endedOn' | 'confirmed' | 'source'>;

/** The dates that the server sends of a request; `answeredOn` is null again when the answer bounced. */
export type SlaInput = {
  readonly dueOn: CivilDate;
  readonly actBy: CivilDate;
  readonly receivedOn: CivilDate;
  readonly steps: readonly SlaStep[];
  readonly answeredOn: CivilDate | null;
  readonly closed: boolean;
};

export const OPEN_STATES = ['overdue', 'now', 'urgent', 'calm'] as const;
export type OpenState = (typeof OPEN_STATES)[number];

/** A step for the second line. `target` is a step whose term is not confirmed: shown, never red, never overdue. */
export type RunningStep = {
  readonly code: StepCode;
  readonly dueOn: CivilDate;
  readonly daysLeft: number;
  readonly confirmed: boolean;
  readonly source: string;
  readonly state: OpenState | 'target';
};

/** The clock that determines the state, and its civil days left (negative once past). */
type Reason =
  | { readonly clock: 'promise'; readonly dueOn: CivilDate; readonly daysLeft: number }
  | {
      readonly clock: 'step';
      readonly code: StepCode;
      readonly dueOn: CivilDate;
      readonly daysLeft: number;
      readonly source: string;
    };

type Open = {
  /** Civil days to the last day of the promise: 0 is due today, negative is past. */
  readonly daysLeft: number;
  readonly dueToday: boolean;
  /** Today is the last working day, and the due date itself is a non-working day. */
  readonly lastWorkingDayToday: boolean;
  readonly because: Reason;
  readonly running: readonly RunningStep[];
};

type Answered = {
  /** 0 on the day of receipt; shown with `ofDays` as "day 12 of 30". */
  readonly answeredOnDay: number;
  readonly ofDays: number;
  readonly running: readonly RunningStep[];
};

export type Sla =
  | (Open & { readonly state: 'overdue'; readonly daysOverdue: number })
  | (Open & { readonly state: 'now' | 'urgent' | 'calm' })
  | (Answered & { readonly state: 'met' })
  | (Answered & { readonly state: 'late'; readonly daysLate: number })
  | { readonly state: 'void'; readonly running: readonly RunningStep[] };

/** Returns the state of a request on a local day. The status is no input: a waiting request is overdue all the same. */
export function slaOf(request: SlaInput, today: CivilDate): Sla {
  const { dueOn, actBy, receivedOn, answeredOn, closed } = request;
  const running = closed ? [] : request.steps.filter(isRunning).map((step) => runningStep(step, today));
  if (answeredOn !== null) {
    const answered = {
      answeredOnDay: Math.max(0, daysBetween(receivedOn, answeredOn)),
      ofDays: daysBetween(receivedOn, dueOn),
      running,
    };
    const daysLate = daysBetween(dueOn, answeredOn);
    return daysLate > 0 ? { state: 'late', ...answered, daysLate } : { state: 'met', ...answered };
  }
  // Closed without an answer: the promise is neither met nor late, and is counted apart.
  if (closed) return { state: 'void', running };

  const daysLeft = daysBetween(today, dueOn);
  const { state, because } = mostUrgent({ dueOn, daysLeft, state: stateOf(dueOn, actBy, today) }, running);
  const open: Open = {
    daysLeft,
    dueToday: today === dueOn,
    lastWorkingDayToday: today === actBy && actBy < dueOn,
    because,
    running,
  };
  return state === 'overdue' ? { state, ...open, daysOverdue: -because.daysLeft } : { state, ...open };
}

export function isOpen(sla: Sla): sla is Extract<Sla, { state: OpenState }> {
  return OPEN_STATES.some((state) => state === sla.state);
}

/** Whether it counts in the page title: to be answered today and not overdue. */
export function answerToday(sla: Sla): boolean {
  return sla.state === 'now';
}

/** Whether the due date itself is today; shown by the badge. */
export function dueToday(sla: Sla): boolean {
  return isOpen(sla) && sla.dueToday;
}

export function isOverdue(sla: Sla): boolean {
  return sla.state === 'overdue';
}

/** Civil days before `actBy` (or a confirmed step) at which a request becomes urgent. */
const URGENT_DAYS = 3;

function stateOf(dueOn: CivilDate, actBy: CivilDate, today: CivilDate): OpenState {
  if (today > dueOn) return 'overdue';
  if (today >= actBy) return 'now';
  return daysBetween(today, actBy) <= URGENT_DAYS ? 'urgent' : 'calm';
}

function runningStep({ code, dueOn, confirmed, source }: SlaStep, today: CivilDate): RunningStep {
  const state = confirmed ? stateOf(dueOn, dueOn, today) : 'target';
  return { code, dueOn, daysLeft: daysBetween(today, dueOn), confirmed, source, state };
}

/** Returns the worst state with its reason: the promise where it is as urgent as any step, else the step due first. */
function mostUrgent(
  promise: { readonly dueOn: CivilDate; readonly daysLeft: number; readonly state: OpenState },
  running: readonly RunningStep[],
): { readonly state: OpenState; readonly because: Reason } {
  const byDue = running.toSorted((a, b) => a.daysLeft - b.daysLeft);
  for (const state of OPEN_STATES) {
    if (promise.state === state) break;
    const step = byDue.find((each) => each.state === state);
    if (step) {
      const { code, dueOn, daysLeft, source } = step;
      return { state, because: { clock: 'step', code, dueOn, daysLeft, source } };
    }
  }
  const { state, dueOn, daysLeft } = promise;
  return { state, because: { clock: 'promise', dueOn, daysLeft } };
}
