import { expect, test } from 'vitest';
import { eventCase, requestCase } from '#tests/cases/request-detail.ts';
import { clockPicture } from './clock-points.ts';

const dayOf = (at: string) => at.slice(0, 10);
const picture = (
  more: Parameters<typeof requestCase>[0],
  today = '2026-11-05',
  closedOn: string | null = null,
) => clockPicture(requestCase(more), { today, closedOn, dayOf });

test('halfway to the deadline half of the line has passed', () => {
  expect(picture({})).toMatchObject({ passed: 50, due: 100, points: [] });
});

test('after the deadline the line extends beyond it', () => {
  const { passed, due } = picture({}, '2026-11-25');
  expect(passed).toBe(100);
  expect(Math.round(due)).toBe(86);
});

test('milestones are placed by date, everyday changes are left out', () => {
  const timeline = [
    eventCase('request.taken', '2026-10-21T09:00:00Z'),
    eventCase('decision.proposed', '2026-11-02T09:00:00Z'),
    eventCase('request.language_corrected', '2026-11-03T09:00:00Z'),
  ];
  expect(picture({ timeline }).points).toEqual([
    { on: '2026-11-02', at: 40, what: { event: 'decision.proposed' }, named: true },
  ]);
});

test('of points close together only the last is named', () => {
  const timeline = [
    eventCase('decision.proposed', '2026-11-02T09:00:00Z'),
    eventCase('decision.approved', '2026-11-04T09:00:00Z'),
  ];
  expect(picture({ timeline }).points.map(({ named }) => named)).toEqual([false, true]);
});

test('the line of a closed request ends at its closing', () => {
  expect(picture({}, '2027-05-01', '2026-10-27').passed).toBe(20);
});
