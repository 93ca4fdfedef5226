import { expect, test } from 'vitest';
import { CALENDAR } from '#domain/time/calendar.ts';
import { reckon } from './reckon.ts';

const RECEIVED = Temporal.Instant.from('2026-11-20T06:00:00Z');

test('an answer is due thirty days from receipt, and to be sent by the last working day before', () => {
  expect(reckon('contact', RECEIVED, CALENDAR).deadlines).toMatchObject({
    dueOn: '2026-12-20',
    actBy: '2026-12-18',
  });
});

test('a leak shows at once the working day within which the authority must be notified', () => {
  expect(reckon('incident', RECEIVED, CALENDAR).sla.steps).toMatchObject([
    { code: 'notify_authority', dueOn: '2026-11-23' },
  ]);
});

test('the preview and its explanation agree', () => {
  const { deadlines, why } = reckon('objection', RECEIVED, CALENDAR);
  expect([why.promise.dueOn, why.steps[0]?.dueOn]).toEqual([deadlines.dueOn, deadlines.steps[0]?.dueOn]);
});
