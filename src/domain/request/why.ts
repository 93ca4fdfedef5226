// "Why this date?": the calculation of a due date as data, for the tooltip, the page and the print.
import { type NonWorkingDay, nonWorkingDays, type WorkingCalendar } from '../time/calendar.ts';
import { addDays, type CivilDate, offsetAt, ZONE } from '../time/civil.ts';
import { type DeadlinesInput, deadlinesOf, PROMISE, type Target, unconfirmedYears } from './deadlines.ts';
import type { Step, StepEnd, StepEvent, StepTerm } from './steps.ts';

/** Articles of the Civil Code that define the counting. */
const COUNTING_LAW = {
  dayOne: 'Civil Code art. 173',
  untilMidnight: 'Civil Code art. 176(1)',
  rollOver: 'Civil Code art. 175',
} as const;

export type WhyStep = Step & {
  readonly term: StepTerm;
  readonly starts: StepEvent;
  readonly ends: StepEnd;
  /** Non-working days from the day after the start to the due date, which a working-day term skips. */
  readonly nonWorking: readonly NonWorkingDay[];
};

/** Plain JSON: dates, counts, codes and articles; the message catalogue contains the words. */
export type Why = {
  readonly received: {
    readonly instant: string;
    /** YYYY-MM-DDTHH:MM:SS on the organisation's clock. */
    readonly local: string;
    readonly on: CivilDate;
    readonly offset: string;
    readonly zone: string;
  };
  readonly promise: {
    readonly calendarDays: number;
    readonly dayOne: CivilDate;
    readonly dueOn: CivilDate;
    readonly sources: readonly string[];
  };
  /** Non-working days from day 1 to the due date, both included. */
  readonly nonWorking: readonly NonWorkingDay[];
  readonly actBy: CivilDate;
  readonly rollOver: { readonly to: CivilDate; readonly moves: boolean; readonly source: string };
  readonly target: (Target & { readonly on: CivilDate }) | null;
  readonly steps: readonly WhyStep[];
  readonly ruleVersion: string;
  readonly calendarVersion: string;
  /** If not empty, the date may move once the calendars of these years are published. */
  readonly unconfirmedYears: readonly number[];
};

/** Returns the explanation of a date. It calls `deadlinesOf` itself, so that the two cannot disagree. */
export function whyThisDate(input: DeadlinesInput, calendar: WorkingCalendar): Why {
  const deadlines = deadlinesOf(input, calendar);
  const { receivedOn, dueOn, actBy, rolledTo, steps, targetOn, ruleVersion } = deadlines;
  const dayOne = addDays(receivedOn, 1);
  return {
    received: {
      instant: input.receivedAt.toString(),
      local: localTime(input.receivedAt),
      on: receivedOn,
      offset: offsetAt(input.receivedAt),
      zone: ZONE,
    },
    promise: {
      calendarDays: PROMISE.calendarDays,
      dayOne,
      dueOn,
      sources: [PROMISE.source, COUNTING_LAW.dayOne, COUNTING_LAW.untilMidnight],
    },
    nonWorking: nonWorkingDays(dayOne, dueOn, calendar),
    actBy,
    rollOver: { to: rolledTo, moves: rolledTo !== dueOn, source: COUNTING_LAW.rollOver },
    target: input.target && targetOn ? { ...input.target, on: targetOn } : null,
    steps: steps.flatMap((step) => whyStep(step, input, calendar)),
    ruleVersion,
    calendarVersion: calendar.version,
    unconfirmedYears: unconfirmedYears(deadlines, calendar),
  };
}

function localTime(instant: Temporal.Instant): string {
  return instant.toZonedDateTimeISO(ZONE).toPlainDateTime().toString({ smallestUnit: 'second' });
}

function whyStep(step: Step, input: DeadlinesInput, calendar: WorkingCalendar): readonly WhyStep[] {
  const rule = input.steps.find(({ code }) => code === step.code);
  if (!rule) return [];
  const nonWorking = nonWorkingDays(addDays(step.startedOn, 1), step.dueOn, calendar);
  return [{ ...step, term: rule.term, starts: rule.starts, ends: rule.ends, nonWorking }];
}
