import { expect, test } from 'vitest';
import { CALENDAR } from '../time/calendar.ts';
import type { StepRule } from './steps.ts';
import { whyThisDate } from './why.ts';

const objection: StepRule = {
  code: 'consider_objection',
  term: { working: 3 },
  starts: 'received',
  ends: 'answered',
  confirmed: true,
  source: '94-V art. 19-1(3)',
};

const why = (receivedAt: string, target: { workingDays: number } | null = null) =>
  whyThisDate(
    { receivedAt: Temporal.Instant.from(receivedAt), steps: [objection], target, events: [] },
    CALENDAR,
  );

test('a receipt just before midnight is shown on both clocks', () => {
  expect(why('2026-11-20T18:59:59Z').received).toEqual({
    instant: '2026-11-20T18:59:59Z',
    local: '2026-11-20T23:59:59',
    on: '2026-11-20',
    offset: '+05:00',
    zone: 'Asia/Almaty',
  });
});

test('a receipt before 1 March 2024 has the UTC offset of that time', () => {
  expect(why('2024-02-10T18:30:00Z').received).toMatchObject({ offset: '+06:00', on: '2024-02-11' });
});

test('the promise contains its days and its sources', () => {
  expect(why('2026-11-20T06:00:00Z').promise).toEqual({
    calendarDays: 30,
    dayOne: '2026-11-21',
    dueOn: '2026-12-20',
    sources: ['policy §4', 'Civil Code art. 173', 'Civil Code art. 176(1)'],
  });
});

test('non-working days of the term are listed with their names', () => {
  const { nonWorking } = why('2026-11-20T06:00:00Z');
  expect(nonWorking.filter(({ reason }) => reason !== 'weekend')).toEqual([
    { date: '2026-12-16', reason: 'independence_day', insteadOf: null },
  ]);
  expect(nonWorking).toHaveLength(11);
  expect(nonWorking[0]?.date).toBe('2026-11-21');
  expect(nonWorking.at(-1)?.date).toBe('2026-12-20');
});

test('the roll-over is explained and not applied', () => {
  const { promise, actBy, rollOver } = why('2026-12-02T06:00:00Z');
  expect({ due: promise.dueOn, actBy, rollOver }).toEqual({
    due: '2027-01-01',
    actBy: '2026-12-31',
    rollOver: { to: '2027-01-05', moves: true, source: 'Civil Code art. 175' },
  });
  expect(why('2026-11-22T09:00:00Z').rollOver.moves).toBe(false);
});

test('a year whose calendar may still change is named', () => {
  expect(why('2026-12-02T06:00:00Z').unconfirmedYears).toEqual([2027]);
  expect(why('2026-11-20T06:00:00Z').unconfirmedYears).toEqual([]);
});

test('a step contains its term, its events and the days it skipped', () => {
  expect(why('2026-11-20T06:00:00Z').steps).toEqual([
    {
      code: 'consider_objection',
      startedOn: '2026-11-20',
      dueOn: '2026-11-25',
      endedOn: null,
      confirmed: true,
      source: '94-V art. 19-1(3)',
      term: { working: 3 },
      starts: 'received',
      ends: 'answered',
      nonWorking: [
        { date: '2026-11-21', reason: 'weekend', insteadOf: null },
        { date: '2026-11-22', reason: 'weekend', insteadOf: null },
      ],
    },
  ]);
});

test('target, rule and calendar versions are included, all as plain JSON', () => {
  const told = why('2026-11-20T06:00:00Z', { workingDays: 10 });
  expect(told.target).toEqual({ workingDays: 10, on: '2026-12-04' });
  expect([told.ruleVersion, told.calendarVersion]).toEqual(['kz-2026.1', 'kz-2026-2027.1']);
  expect(JSON.parse(JSON.stringify(told))).toEqual(told);
});
