// Statutory steps: terms that run beside the promise, each from a named start event to a named end event.
import { addWorkingDays, type WorkingCalendar } from '../time/calendar.ts';
import { addDays, type CivilDate, latest } from '../time/civil.ts';

export const STEP_EVENTS = [
  'received',
  'violation_confirmed',
  'violation_rejected',
  'documents_accepted',
  'breach_detected',
] as const;
export type StepEvent = (typeof STEP_EVENTS)[number];

export const STEP_ENDS = [
  'answered',
  'destroyed',
  'corrected',
  'blocked',
  'unblocked',
  'processing_stopped',
  'authority_notified',
] as const;
export type StepEnd = (typeof STEP_ENDS)[number];

export const STEP_CODES = [
  'answer_claim',
  'answer_deletion',
  'destroy',
  'correct',
  'block',
  'unblock',
  'stop_processing',
  'consider_objection',
  'notify_authority',
  'answer_authority',
] as const;
export type StepCode = (typeof STEP_CODES)[number];

/** The length of a term: working days, or calendar days without roll-over. */
export type StepTerm = { readonly working: number } | { readonly calendar: number };

export type StepRule = {
  readonly code: StepCode;
  readonly term: StepTerm;
  readonly starts: StepEvent;
  readonly ends: StepEnd;
  /** False until counsel has confirmed the term; until then the step is a target, never red and never overdue. */
  readonly confirmed: boolean;
  readonly source: string;
};

/** One run of a rule on one request; plain JSON. */
export type Step = {
  readonly code: StepCode;
  readonly startedOn: CivilDate;
  readonly dueOn: CivilDate;
  /** Null while it runs. */
  readonly endedOn: CivilDate | null;
  readonly confirmed: boolean;
  readonly source: string;
};

export type RequestEvent = { readonly event: StepEvent | StepEnd; readonly on: CivilDate };

/**
 * Returns the runs of `rules` on a request, ordered by start. Receipt starts its rules without an event; other events
 * are ordered by day, and within a day as given. A start event during a run changes nothing, one after its end starts a
 * new run. An answer and the closing end every running step. Leave out an answer that bounced.
 */
export function stepsOf(
  receivedOn: CivilDate,
  rules: readonly StepRule[],
  events: readonly RequestEvent[],
  closedOn: CivilDate | null,
  calendar: WorkingCalendar,
): readonly Step[] {
  const later = events.filter(({ event }) => event !== 'received').toSorted((a, b) => compare(a.on, b.on));
  const inOrder: readonly RequestEvent[] = [{ event: 'received', on: receivedOn }, ...later];
  return rules
    .flatMap((rule) => runsOf(rule, inOrder, closedOn, calendar))
    .toSorted((a, b) => compare(a.startedOn, b.startedOn));
}

export function isRunning(step: Pick<Step, 'endedOn'>): boolean {
  return step.endedOn === null;
}

function runsOf(
  rule: StepRule,
  events: readonly RequestEvent[],
  closedOn: CivilDate | null,
  calendar: WorkingCalendar,
): readonly Step[] {
  const runs: Step[] = [];
  let startedOn: CivilDate | null = null;
  const run = (from: CivilDate, endedOn: CivilDate | null): Step => ({
    code: rule.code,
    startedOn: from,
    dueOn: dueOnOf(rule.term, from, calendar),
    // The receipt may have been corrected to a later day: a step must not end before it starts.
    endedOn: endedOn && latest(from, endedOn),
    confirmed: rule.confirmed,
    source: rule.source,
  });
  for (const { event, on } of events) {
    if (startedOn === null) {
      if (event === rule.starts) startedOn = on;
    } else if (event === rule.ends || event === 'answered') {
      runs.push(run(startedOn, on));
      startedOn = null;
    }
  }
  if (startedOn !== null) runs.push(run(startedOn, closedOn));
  return runs;
}

function dueOnOf(term: StepTerm, from: CivilDate, calendar: WorkingCalendar): CivilDate {
  return 'working' in term ? addWorkingDays(from, term.working, calendar) : addDays(from, term.calendar);
}

function compare(a: CivilDate, b: CivilDate): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
