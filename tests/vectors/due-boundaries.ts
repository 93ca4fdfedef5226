/**
 * Instants at which due badges tend to be wrong: midnight, leap days, holidays, the change of zone, two clocks. Each
 * goes through the whole calculation, from instants to the badge, in a plain function that Node and a browser share.
 */
import { deadlinesOf } from '#domain/request/deadlines.ts';
import { isOpen, type Sla, slaOf } from '#domain/request/sla.ts';
import type { RequestEvent, StepRule } from '#domain/request/steps.ts';
import { CALENDAR, type WorkingCalendar } from '#domain/time/calendar.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { differences } from './deadline-vectors.ts';

/** The expected state of the badge; fields that are absent are not compared. */
type Expected = {
  readonly state: Sla['state'];
  readonly daysLeft?: number;
  readonly dueToday?: boolean;
  readonly lastWorkingDayToday?: boolean;
  readonly because?: string;
  readonly daysOverdue?: number;
  readonly answeredOnDay?: number;
  readonly daysLate?: number;
};

type Boundary = {
  readonly name: string;
  readonly receivedAt: string;
  readonly now: string;
  readonly expected: Expected;
  readonly steps?: readonly StepRule[];
  readonly events?: readonly RequestEvent[];
  readonly answeredAt?: string;
  readonly closed?: true;
  readonly calendar?: WorkingCalendar;
};

const withdrawal: StepRule = {
  code: 'stop_processing',
  term: { working: 15 },
  starts: 'received',
  ends: 'processing_stopped',
  confirmed: true,
  source: '94-V art. 8(7)',
};
const unblocking: StepRule = {
  code: 'unblock',
  term: { working: 1 },
  starts: 'violation_rejected',
  ends: 'unblocked',
  confirmed: true,
  source: '94-V art. 25(2)(8)',
};
const claim: StepRule = {
  code: 'answer_claim',
  term: { calendar: 10 },
  starts: 'received',
  ends: 'answered',
  confirmed: false,
  source: 'Consumer Law',
};
const saturdayWorked: WorkingCalendar = {
  ...CALENDAR,
  movedWorkingDays: [{ date: '2026-12-19', source: 'trial' }],
};
const fridayFree: WorkingCalendar = {
  ...CALENDAR,
  holidays: [...CALENDAR.holidays, { date: '2026-12-18', code: 'moved_day_off', source: 'trial' }],
};

/** Received Fri 23 October 2026, due Sun 22 November, act by Fri 20 November. */
const friday = '2026-10-23T04:14:00Z';
/** Received Fri 20 November 2026, due Sun 20 December, act by Fri 18 December. */
const november = '2026-11-20T06:00:00Z';

export const BOUNDARIES: readonly Boundary[] = [
  {
    name: 'four days before act-by, 23:59',
    receivedAt: friday,
    now: '2026-11-16T18:59:59Z',
    expected: { state: 'calm', daysLeft: 6, because: 'promise' },
  },
  {
    name: 'three days before act-by, 00:00',
    receivedAt: friday,
    now: '2026-11-16T19:00:00Z',
    expected: { state: 'urgent', daysLeft: 5 },
  },
  {
    name: 'eve of act-by, 23:59',
    receivedAt: friday,
    now: '2026-11-19T18:59:59Z',
    expected: { state: 'urgent', daysLeft: 3, lastWorkingDayToday: false },
  },
  {
    name: 'act-by, 00:00',
    receivedAt: friday,
    now: '2026-11-19T19:00:00Z',
    expected: { state: 'now', daysLeft: 2, lastWorkingDayToday: true, dueToday: false },
  },
  {
    name: 'free day between act-by and due, 23:59',
    receivedAt: friday,
    now: '2026-11-21T18:59:59Z',
    expected: { state: 'now', daysLeft: 1, lastWorkingDayToday: false, dueToday: false },
  },
  {
    name: 'due day, 00:00',
    receivedAt: friday,
    now: '2026-11-21T19:00:00Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true, lastWorkingDayToday: false },
  },
  {
    name: 'due day, 00:01',
    receivedAt: friday,
    now: '2026-11-21T19:01:00Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'due day, last millisecond',
    receivedAt: friday,
    now: '2026-11-22T18:59:59.999Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'midnight after the due day',
    receivedAt: friday,
    now: '2026-11-22T19:00:00Z',
    expected: { state: 'overdue', daysLeft: -1, daysOverdue: 1, dueToday: false },
  },
  {
    name: '00:01 after the due day',
    receivedAt: friday,
    now: '2026-11-22T19:01:00Z',
    expected: { state: 'overdue', daysOverdue: 1 },
  },
  {
    name: 'received 23:59:59, the 31st day begins',
    receivedAt: '2026-11-20T18:59:59Z',
    now: '2026-12-20T19:00:00Z',
    expected: { state: 'overdue', daysOverdue: 1 },
  },
  {
    name: 'received one second later, at 00:00',
    receivedAt: '2026-11-20T19:00:00Z',
    now: '2026-12-20T19:00:00Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'received 31 January, common year: due 2 March',
    receivedAt: '2027-01-31T06:00:00Z',
    now: '2027-03-02T18:59:59Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'received 30 January, leap year: due 29 February',
    receivedAt: '2028-01-30T06:00:00Z',
    now: '2028-02-29T18:59:59Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'midnight after 29 February',
    receivedAt: '2028-01-30T06:00:00Z',
    now: '2028-02-29T19:00:00Z',
    expected: { state: 'overdue', daysOverdue: 1 },
  },
  {
    name: 'received on 29 February',
    receivedAt: '2028-02-29T06:00:00Z',
    now: '2028-03-30T06:00:00Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'received in the hour that came twice, 29 February 2024',
    receivedAt: '2024-02-29T18:30:00Z',
    now: '2024-03-30T19:00:00Z',
    expected: { state: 'overdue', daysOverdue: 1 },
  },
  {
    name: 'received at 00:00 on 1 March 2024, first day of UTC+5',
    receivedAt: '2024-02-29T19:00:00Z',
    now: '2024-03-30T19:00:00Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'received under UTC+6, due under UTC+5, last second',
    receivedAt: '2024-02-10T18:30:00Z',
    now: '2024-03-12T18:59:59Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'due on a holiday, the day before',
    receivedAt: '2026-11-16T06:00:00Z',
    now: '2026-12-15T06:00:00Z',
    expected: { state: 'now', daysLeft: 1, lastWorkingDayToday: true },
  },
  {
    name: 'due on a holiday, the day itself',
    receivedAt: '2026-11-16T06:00:00Z',
    now: '2026-12-16T06:00:00Z',
    expected: { state: 'now', daysLeft: 0, dueToday: true },
  },
  {
    name: 'due on a holiday, not rolled forward',
    receivedAt: '2026-11-16T06:00:00Z',
    now: '2026-12-16T19:00:00Z',
    expected: { state: 'overdue', daysOverdue: 1 },
  },
  {
    name: 'due at the end of a five-day break: last working day is five days earlier',
    receivedAt: '2026-02-23T06:00:00Z',
    now: '2026-03-20T06:00:00Z',
    expected: { state: 'now', daysLeft: 5, lastWorkingDayToday: true },
  },
  {
    name: 'due on New Year, on 31 December',
    receivedAt: '2026-12-02T06:00:00Z',
    now: '2026-12-31T06:00:00Z',
    expected: { state: 'now', daysLeft: 1, lastWorkingDayToday: true },
  },
  {
    name: 'a Saturday made working relieves the Friday',
    receivedAt: november,
    now: '2026-12-18T06:00:00Z',
    calendar: saturdayWorked,
    expected: { state: 'urgent', daysLeft: 2, lastWorkingDayToday: false },
  },
  {
    name: 'a Saturday made working is the last working day',
    receivedAt: november,
    now: '2026-12-19T06:00:00Z',
    calendar: saturdayWorked,
    expected: { state: 'now', daysLeft: 1, lastWorkingDayToday: true },
  },
  {
    name: 'a Friday made free brings the Thursday forward',
    receivedAt: november,
    now: '2026-12-17T06:00:00Z',
    calendar: fridayFree,
    expected: { state: 'now', daysLeft: 3, lastWorkingDayToday: true },
  },
  {
    name: 'two clocks: the step ends today, the promise has nine days',
    receivedAt: november,
    now: '2026-12-11T18:59:59Z',
    steps: [withdrawal],
    expected: { state: 'now', daysLeft: 9, because: 'stop_processing', dueToday: false },
  },
  {
    name: 'two clocks: the step is past, the promise is not',
    receivedAt: november,
    now: '2026-12-11T19:00:00Z',
    steps: [withdrawal],
    expected: { state: 'overdue', daysLeft: 8, daysOverdue: 1, because: 'stop_processing' },
  },
  {
    name: 'two clocks: the step ended in time, the promise runs on',
    receivedAt: november,
    now: '2026-12-11T19:00:00Z',
    steps: [withdrawal],
    events: [{ event: 'processing_stopped', on: '2026-12-11' }],
    expected: { state: 'calm', daysLeft: 8, because: 'promise' },
  },
  {
    name: 'two clocks crossing: the promise is past before a late step is due',
    receivedAt: november,
    now: '2026-12-21T06:00:00Z',
    steps: [unblocking],
    events: [{ event: 'violation_rejected', on: '2026-12-18' }],
    expected: { state: 'overdue', daysOverdue: 1, because: 'promise' },
  },
  {
    name: 'a step without confirmation is past: a target, not overdue',
    receivedAt: november,
    now: '2026-12-05T06:00:00Z',
    steps: [claim],
    expected: { state: 'calm', daysLeft: 15, because: 'promise' },
  },
  {
    name: 'answered in the last second',
    receivedAt: friday,
    now: '2026-12-24T06:00:00Z',
    answeredAt: '2026-11-22T18:59:59Z',
    expected: { state: 'met', answeredOnDay: 30 },
  },
  {
    name: 'answered at midnight after the due day',
    receivedAt: friday,
    now: '2026-12-24T06:00:00Z',
    answeredAt: '2026-11-22T19:00:00Z',
    expected: { state: 'late', answeredOnDay: 31, daysLate: 1 },
  },
  {
    name: 'closed without an answer after the due day',
    receivedAt: friday,
    now: '2026-12-24T06:00:00Z',
    closed: true,
    expected: { state: 'void' },
  },
];

/** One line for each difference; empty when all agree. */
export function boundaryFailures(): string[] {
  return BOUNDARIES.flatMap((row) => differences(row.name, row.expected, badge(row)));
}

function badge({ receivedAt, now, steps = [], events = [], answeredAt, closed, calendar }: Boundary): object {
  const answeredOn = answeredAt ? civilDateAt(Temporal.Instant.from(answeredAt)) : null;
  const today = civilDateAt(Temporal.Instant.from(now));
  const deadlines = deadlinesOf(
    {
      receivedAt: Temporal.Instant.from(receivedAt),
      steps,
      target: null,
      events: answeredOn ? [...events, { event: 'answered', on: answeredOn }] : events,
      closedOn: closed ? today : null,
    },
    calendar ?? CALENDAR,
  );
  const sla = slaOf({ ...deadlines, answeredOn, closed: closed ?? false }, today);
  if (!isOpen(sla)) return sla;
  const { because } = sla;
  return { ...sla, because: because.clock === 'step' ? because.code : 'promise' };
}
