/** Compares the reference dates with the domain's results, in a plain function that Node and a browser page share. */
import { deadlinesOf } from '#domain/request/deadlines.ts';
import { slaOf } from '#domain/request/sla.ts';
import { addWorkingDays, CALENDAR, isWorkingDay, lastWorkingDayOnOrBefore } from '#domain/time/calendar.ts';
import { addDays, type CivilDate, weekdayOf, ZONE } from '#domain/time/civil.ts';

type DeadlineCase = {
  readonly receivedAt: string;
  readonly receivedOn: CivilDate;
  readonly promise: CivilDate;
  readonly actBy: CivilDate;
  readonly rolled: CivilDate;
  readonly wd1: CivilDate;
  readonly wd3: CivilDate;
  readonly wd15: CivilDate;
};

type StateCase = { readonly dueOn: CivilDate; readonly today: CivilDate; readonly state: string };

export type DeadlineVectors = {
  readonly zone: string;
  readonly nonWorking: readonly CivilDate[];
  readonly cases: readonly DeadlineCase[];
  readonly states: readonly StateCase[];
};

/** One line for each difference; empty when every vector holds. */
export function deadlineVectorFailures(vectors: DeadlineVectors): string[] {
  return [
    ...differences('zone', { zone: vectors.zone }, { zone: ZONE }),
    ...differences(
      'calendar',
      { nonWorking: vectors.nonWorking.join() },
      { nonWorking: freeWeekdays().join() },
    ),
    ...vectors.cases.flatMap((row) => differences(row.receivedAt, row, computed(row.receivedAt))),
    ...vectors.states.flatMap((row) =>
      differences(`${row.dueOn} on ${row.today}`, { state: row.state }, { state: stateOn(row) }),
    ),
  ];
}

/** One line for each field of `expected` that differs in `actual`. */
export function differences(name: string, expected: object, actual: object): string[] {
  const found = new Map<string, unknown>(Object.entries(actual));
  return Object.entries(expected)
    .filter(([field, value]) => found.get(field) !== value)
    .map(([field, value]) => `${name}: ${field} is ${String(found.get(field))}, expected ${String(value)}`);
}

function computed(receivedAt: string): DeadlineCase {
  const input = { receivedAt: Temporal.Instant.from(receivedAt), steps: [], target: null, events: [] };
  const { receivedOn, dueOn, actBy, rolledTo } = deadlinesOf(input, CALENDAR);
  const after = (days: number) => addWorkingDays(receivedOn, days, CALENDAR);
  return {
    receivedAt,
    receivedOn,
    promise: dueOn,
    actBy,
    rolled: rolledTo,
    wd1: after(1),
    wd3: after(3),
    wd15: after(15),
  };
}

function stateOn({ dueOn, today }: StateCase): string {
  const actBy = lastWorkingDayOnOrBefore(dueOn, CALENDAR);
  const request = {
    dueOn,
    actBy,
    receivedOn: addDays(dueOn, -30),
    steps: [],
    answeredOn: null,
    closed: false,
  };
  return slaOf(request, today).state;
}

function freeWeekdays(): CivilDate[] {
  const days: CivilDate[] = [];
  for (let date = '2026-01-01'; date <= '2027-12-31'; date = addDays(date, 1)) {
    if (weekdayOf(date) <= 5 && !isWorkingDay(date, CALENDAR)) days.push(date);
  }
  return days;
}
