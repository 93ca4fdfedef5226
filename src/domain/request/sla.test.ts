import { expect, test } from 'vitest';
import { answerToday, dueToday, isOverdue, type SlaInput, type SlaStep, slaOf } from './sla.ts';

const step: SlaStep = {
  code: 'stop_processing',
  dueOn: '2026-11-13',
  endedOn: null,
  confirmed: true,
  source: '94-V art. 8(7)',
};

/** Due Sun 22 November 2026, act by Fri 20 November. */
const request: SlaInput = {
  receivedOn: '2026-10-23',
  dueOn: '2026-11-22',
  actBy: '2026-11-20',
  steps: [],
  answeredOn: null,
  closed: false,
};

test('a calm request has its days left and the promise as reason', () => {
  expect(slaOf(request, '2026-11-01')).toEqual({
    state: 'calm',
    daysLeft: 21,
    dueToday: false,
    lastWorkingDayToday: false,
    because: { clock: 'promise', dueOn: '2026-11-22', daysLeft: 21 },
    running: [],
  });
});

test('due on a working day is due today, not "last working day"', () => {
  const monday = { ...request, dueOn: '2026-11-23', actBy: '2026-11-23' };
  expect(slaOf(monday, '2026-11-23')).toMatchObject({
    state: 'now',
    dueToday: true,
    lastWorkingDayToday: false,
    daysLeft: 0,
  });
});

test('a confirmed step three days away makes it urgent', () => {
  expect(slaOf({ ...request, steps: [step] }, '2026-11-09').state).toBe('calm');
  expect(slaOf({ ...request, steps: [step] }, '2026-11-10')).toMatchObject({
    state: 'urgent',
    because: { clock: 'step', code: 'stop_processing', daysLeft: 3 },
  });
});

test('of several steps in one state the one due first is the reason', () => {
  const steps: SlaStep[] = [step, { ...step, code: 'block', dueOn: '2026-11-12' }];
  expect(slaOf({ ...request, steps }, '2026-11-14')).toMatchObject({
    state: 'overdue',
    daysOverdue: 2,
    because: { code: 'block' },
  });
});

test('the promise is the reason where it is as urgent as a step', () => {
  expect(slaOf({ ...request, steps: [step] }, '2026-11-24')).toMatchObject({
    state: 'overdue',
    daysOverdue: 2,
    because: { clock: 'promise' },
    running: [{ state: 'overdue', daysLeft: -11 }],
  });
});

test('an unconfirmed step stays a target, however late', () => {
  const target = { ...step, confirmed: false };
  expect(slaOf({ ...request, steps: [target] }, '2026-11-15')).toMatchObject({
    state: 'calm',
    running: [{ state: 'target', confirmed: false, daysLeft: -2 }],
  });
});

test('an ended step does not affect the state', () => {
  const ended = { ...step, endedOn: '2026-11-14' };
  expect(slaOf({ ...request, steps: [ended] }, '2026-11-15')).toMatchObject({ state: 'calm', running: [] });
});

test('answered in time is met, closed or not', () => {
  const answered = { ...request, answeredOn: '2026-11-04' };
  const met = { state: 'met', answeredOnDay: 12, ofDays: 30 };
  expect(slaOf(answered, '2027-01-01')).toMatchObject(met);
  expect(slaOf({ ...answered, closed: true }, '2027-01-01')).toMatchObject(met);
});

test('answered on the day of receipt is day 0', () => {
  expect(slaOf({ ...request, answeredOn: '2026-10-23' }, '2026-10-23')).toMatchObject({
    state: 'met',
    answeredOnDay: 0,
  });
});

test('answered after the due date is late by its days', () => {
  expect(slaOf({ ...request, answeredOn: '2026-11-24' }, '2026-11-24')).toMatchObject({
    state: 'late',
    daysLate: 2,
    answeredOnDay: 32,
  });
});

test('closed without an answer is void, even after the due date', () => {
  expect(slaOf({ ...request, closed: true, steps: [step] }, '2026-12-24')).toEqual({
    state: 'void',
    running: [],
  });
});

test('a step started after the answer stays listed and leaves the promise met', () => {
  const destroy: SlaStep = { ...step, code: 'destroy', dueOn: '2026-11-06' };
  expect(slaOf({ ...request, answeredOn: '2026-11-04', steps: [destroy] }, '2026-11-09')).toMatchObject({
    state: 'met',
    running: [{ code: 'destroy', state: 'overdue' }],
  });
});

test('answer today, due today and overdue are three different counts', () => {
  const ask = (today: string, of: SlaInput = request) => {
    const sla = slaOf(of, today);
    return [answerToday(sla), dueToday(sla), isOverdue(sla)];
  };
  expect(ask('2026-11-20')).toEqual([true, false, false]);
  expect(ask('2026-11-22')).toEqual([true, true, false]);
  expect(ask('2026-11-23')).toEqual([false, false, true]);
  // A step is past on the day the promise is due: due today and overdue are both true, "answer today" is not.
  expect(ask('2026-11-22', { ...request, steps: [step] })).toEqual([false, true, true]);
  expect(ask('2026-11-22', { ...request, answeredOn: '2026-11-22' })).toEqual([false, false, false]);
});
