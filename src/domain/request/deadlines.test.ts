import { expect, test } from 'vitest';
import { CALENDAR } from '../time/calendar.ts';
import { type DeadlinesInput, deadlinesOf } from './deadlines.ts';
import type { StepRule } from './steps.ts';

const block: StepRule = {
  code: 'block',
  term: { working: 1 },
  starts: 'received',
  ends: 'blocked',
  confirmed: true,
  source: '94-V art. 25(2)(8)',
};
const unblock: StepRule = { ...block, code: 'unblock', starts: 'violation_rejected', ends: 'unblocked' };
const correct: StepRule = { ...block, code: 'correct', starts: 'documents_accepted', ends: 'corrected' };
const analogy: StepRule = { ...block, code: 'answer_deletion', ends: 'answered', confirmed: false };

/** Received Fri 20 November 2026, due Sun 20 December, act by Fri 18 December. */
const deadlines = (input: Partial<DeadlinesInput>) =>
  deadlinesOf(
    {
      receivedAt: Temporal.Instant.from('2026-11-20T06:00:00Z'),
      steps: [],
      target: null,
      events: [],
      ...input,
    },
    CALENDAR,
  );

test('receipt starts its step without an event', () => {
  expect(deadlines({ steps: [block, unblock] }).steps).toEqual([
    {
      code: 'block',
      startedOn: '2026-11-20',
      dueOn: '2026-11-23',
      endedOn: null,
      confirmed: true,
      source: '94-V art. 25(2)(8)',
    },
  ]);
});

test('an event starts its step in any order of the events', () => {
  const events = [
    { event: 'violation_rejected', on: '2026-11-27' },
    { event: 'blocked', on: '2026-11-23' },
  ] as const;
  expect(deadlines({ steps: [block, unblock], events }).steps).toMatchObject([
    { code: 'block', endedOn: '2026-11-23' },
    { code: 'unblock', startedOn: '2026-11-27', dueOn: '2026-11-30', endedOn: null },
  ]);
});

test('a step runs again when its event repeats after its end, not while it runs', () => {
  const events = [
    { event: 'documents_accepted', on: '2026-11-23' },
    { event: 'documents_accepted', on: '2026-11-24' },
    { event: 'corrected', on: '2026-11-24' },
    { event: 'documents_accepted', on: '2026-12-01' },
  ] as const;
  expect(deadlines({ steps: [correct], events }).steps).toMatchObject([
    { startedOn: '2026-11-23', endedOn: '2026-11-24' },
    { startedOn: '2026-12-01', endedOn: null },
  ]);
});

test('an answer ends every running step', () => {
  const events = [{ event: 'answered', on: '2026-11-25' }] as const;
  const { steps } = deadlines({ steps: [block, analogy], events });
  expect(steps.map((step) => step.endedOn)).toEqual(['2026-11-25', '2026-11-25']);
});

test('closing ends every running step and does not change ended ones', () => {
  const events = [{ event: 'blocked', on: '2026-11-23' }] as const;
  const { steps } = deadlines({ steps: [block, analogy], events, closedOn: '2026-11-26' });
  expect(steps.map((step) => step.endedOn)).toEqual(['2026-11-23', '2026-11-26']);
});

test('a step that ended before a corrected receipt ends on the day it starts', () => {
  const events = [{ event: 'blocked', on: '2026-11-18' }] as const;
  expect(deadlines({ steps: [block], events }).steps).toMatchObject([
    { startedOn: '2026-11-20', endedOn: '2026-11-20' },
  ]);
});

test('the order date is that of the earliest running confirmed step, else act-by', () => {
  expect(deadlines({ steps: [block] }).orderOn).toBe('2026-11-23');
  expect(deadlines({ steps: [analogy] }).orderOn).toBe('2026-12-18');
  const events = [{ event: 'blocked', on: '2026-11-23' }] as const;
  expect(deadlines({ steps: [block], events }).orderOn).toBe('2026-12-18');
});

test('a term in calendar days is not rolled forward', () => {
  const claim: StepRule = { ...analogy, code: 'answer_claim', term: { calendar: 9 } };
  expect(deadlines({ steps: [claim] }).steps).toMatchObject([{ dueOn: '2026-11-29' }]);
});

test('a target is counted in working days from receipt', () => {
  expect(deadlines({ target: { workingDays: 2 } }).targetOn).toBe('2026-11-24');
  expect(deadlines({ target: null }).targetOn).toBeNull();
});

test('a due date in an unconfirmed year is marked, even when act-by is in a confirmed one', () => {
  const received = Temporal.Instant.from('2026-12-02T06:00:00Z');
  expect(deadlines({ receivedAt: received })).toMatchObject({
    actBy: '2026-12-31',
    calendarConfirmed: false,
  });
  expect(deadlines({}).calendarConfirmed).toBe(true);
});

test('the result is plain JSON', () => {
  const result = deadlines({ steps: [block], target: { workingDays: 2 } });
  expect(JSON.parse(JSON.stringify(result))).toEqual(result);
});
