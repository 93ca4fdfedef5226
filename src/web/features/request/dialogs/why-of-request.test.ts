import { expect, test } from 'vitest';
import { deadlinesOf } from '#domain/request/deadlines.ts';
import { CALENDAR } from '#domain/time/calendar.ts';
import { requestCase } from '#tests/cases/request-detail.ts';
import { reckoningOf, whyOfRequest } from './why-of-request.ts';

test('the computed dates equal those the server sent', () => {
  const { promise, actBy } = whyOfRequest(requestCase(), CALENDAR);
  expect([promise.dueOn, actBy]).toEqual(['2026-11-20', '2026-11-20']);
});

test('recorded events start and end steps', () => {
  const stepEvents = [{ event: 'violation_confirmed', on: '2026-11-10' }];
  const destroy = whyOfRequest(requestCase({ stepEvents }), CALENDAR).steps.find(
    ({ code }) => code === 'destroy',
  );
  expect(destroy).toMatchObject({ startedOn: '2026-11-10', dueOn: '2026-11-11', endedOn: null });
});

test('as another type the receipt stays and that type’s steps apply', () => {
  const { receivedOn, dueOn, steps } = deadlinesOf(
    reckoningOf(requestCase(), { type: 'incident' }),
    CALENDAR,
  );
  expect([receivedOn, dueOn]).toEqual(['2026-10-21', '2026-11-20']);
  expect(steps).toMatchObject([{ code: 'notify_authority', startedOn: '2026-10-21', dueOn: '2026-10-22' }]);
});

test('from another receipt every date moves', () => {
  const receivedAt = Temporal.Instant.from('2026-10-19T04:00:00Z');
  expect(deadlinesOf(reckoningOf(requestCase(), { receivedAt }), CALENDAR).dueOn).toBe('2026-11-18');
});
