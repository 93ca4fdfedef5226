// Properties that hold for every request, for any steps, events and day. The seed is fixed so that a failure repeats.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { CALENDAR, isWorkingDay } from '../time/calendar.ts';
import { addDays, civilDateAt, daysBetween } from '../time/civil.ts';
import { type Deadlines, deadlinesOf } from './deadlines.ts';
import { isOpen, OPEN_STATES, type Sla, slaOf } from './sla.ts';
import {
  isRunning,
  STEP_CODES,
  STEP_ENDS,
  STEP_EVENTS,
  type StepCode,
  type StepRule,
  type StepTerm,
} from './steps.ts';

const SEEDED = { seed: 20261122, numRuns: 300 };
const START = Temporal.Instant.from('2026-01-01T00:00:00Z');
const HORIZON_SECONDS = 600 * 86_400;

const receivedAt = fc.integer({ min: 0, max: HORIZON_SECONDS }).map((seconds) => START.add({ seconds }));
const days = fc.integer({ min: 1, max: 20 });
const term: fc.Arbitrary<StepTerm> = fc.oneof(
  days.map((working) => ({ working })),
  days.map((calendar) => ({ calendar })),
);
const rule: fc.Arbitrary<StepRule> = fc.record({
  code: fc.constantFrom<StepCode[]>(...STEP_CODES),
  term,
  starts: fc.constantFrom(...STEP_EVENTS),
  ends: fc.constantFrom(...STEP_ENDS),
  confirmed: fc.boolean(),
  source: fc.constant('trial'),
});
const event = fc.record({
  event: fc.constantFrom(...STEP_EVENTS, ...STEP_ENDS),
  after: fc.integer({ min: 0, max: 40 }),
});
const request = fc
  .record({
    receivedAt,
    steps: fc.array(rule, { maxLength: 3 }),
    events: fc.array(event, { maxLength: 6 }),
    target: fc.option(fc.record({ workingDays: days })),
  })
  .map(({ events, ...rest }) => {
    const receivedOn = civilDateAt(rest.receivedAt);
    const dated = events.map(({ event, after }) => ({ event, on: addDays(receivedOn, after) }));
    return deadlinesOf({ ...rest, events: dated }, CALENDAR);
  });
const dayOfWork = fc.integer({ min: 0, max: 60 });

const openSla = (deadlines: Deadlines, day: number): Sla =>
  slaOf({ ...deadlines, answeredOn: null, closed: false }, addDays(deadlines.receivedOn, day));

test('the promise is thirty days, act-by the working day closest before it', () => {
  fc.assert(
    fc.property(request, ({ receivedOn, dueOn, actBy, rolledTo }) => {
      expect(daysBetween(receivedOn, dueOn)).toBe(30);
      expect(actBy <= dueOn && dueOn <= rolledTo).toBe(true);
      expect(isWorkingDay(actBy, CALENDAR) && isWorkingDay(rolledTo, CALENDAR)).toBe(true);
      expect(actBy === rolledTo).toBe(isWorkingDay(dueOn, CALENDAR));
    }),
    SEEDED,
  );
});

test('a later receipt never leads to an earlier date', () => {
  const dates = (at: Temporal.Instant) =>
    deadlinesOf({ receivedAt: at, steps: [], target: { workingDays: 5 }, events: [] }, CALENDAR);
  fc.assert(
    fc.property(receivedAt, fc.integer({ min: 0, max: 200_000 }), (at, seconds) => {
      const first = dates(at);
      const second = dates(at.add({ seconds }));
      expect(first.dueOn <= second.dueOn && first.actBy <= second.actBy).toBe(true);
      expect((first.targetOn ?? '') <= (second.targetOn ?? '')).toBe(true);
    }),
    SEEDED,
  );
});

test('a step is due after it starts and does not end before it', () => {
  fc.assert(
    fc.property(request, ({ steps }) => {
      for (const { startedOn, dueOn, endedOn } of steps) {
        expect(startedOn < dueOn && (endedOn ?? startedOn) >= startedOn).toBe(true);
      }
    }),
    SEEDED,
  );
});

test('the state only gets worse as days pass', () => {
  const worstFirst: readonly string[] = OPEN_STATES;
  const severity = (sla: Sla) => worstFirst.length - worstFirst.indexOf(sla.state);
  fc.assert(
    fc.property(request, dayOfWork, (deadlines, day) => {
      expect(severity(openSla(deadlines, day + 1))).toBeGreaterThanOrEqual(severity(openSla(deadlines, day)));
    }),
    SEEDED,
  );
});

test('the stored dates agree with the state, so SQL sorts and counts as the badge says', () => {
  fc.assert(
    fc.property(request, dayOfWork, (deadlines, day) => {
      const { state } = openSla(deadlines, day);
      const today = addDays(deadlines.receivedOn, day);
      expect(state === 'overdue').toBe(today > deadlines.lateAfter);
      expect(state === 'overdue' || state === 'now').toBe(today >= deadlines.orderOn);
    }),
    SEEDED,
  );
});

test('the clock named as reason has the reported state, and is never an unconfirmed step', () => {
  let overdue = 0;
  fc.assert(
    fc.property(request, dayOfWork, (deadlines, day) => {
      const sla = openSla(deadlines, day);
      if (!isOpen(sla)) throw new Error('an unanswered open request has an open state');
      const { because } = sla;
      if (sla.state === 'overdue') {
        overdue += 1;
        expect(sla.daysOverdue).toBe(-because.daysLeft);
      }
      expect(because.daysLeft < 0).toBe(sla.state === 'overdue');
      if (because.clock === 'step') {
        const binding = deadlines.steps.filter((step) => step.confirmed && isRunning(step));
        expect(binding.map((step) => step.dueOn)).toContain(because.dueOn);
      }
    }),
    SEEDED,
  );
  expect(overdue).toBeGreaterThan(0);
});

test('an answer stays met or late on every later day', () => {
  fc.assert(
    fc.property(request, dayOfWork, dayOfWork, fc.boolean(), (deadlines, answerDay, later, closed) => {
      const answeredOn = addDays(deadlines.receivedOn, answerDay);
      const sla = slaOf({ ...deadlines, answeredOn, closed }, addDays(answeredOn, later));
      expect(sla.state).toBe(answerDay <= 30 ? 'met' : 'late');
    }),
    SEEDED,
  );
});
