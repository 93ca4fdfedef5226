import { expect, test } from 'vitest';
import { auditEvents } from './events.ts';
import { isReading, REGISTRY } from './registry.ts';

test('the registry has every kind of event once, by code', () => {
  const codes = REGISTRY.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].toSorted());
  expect(REGISTRY).toHaveLength(auditEvents.length);
});

test('what was done is kept no shorter than what was read', () => {
  const years = (event: string) => REGISTRY.find((row) => row.event === event)?.years;
  expect([
    years('request.opened'),
    years('request.answered'),
    years('staff.changed'),
    years('job.run'),
  ]).toEqual([3, 5, 5, 1]);
});

test('a probe has its row and says that it is never written', () => {
  expect(REGISTRY.filter(({ recorded }) => !recorded).map(({ event }) => event)).toContain('session.read');
});

test('whoever opened or revealed has seen; who read a list or the trail has not', () => {
  const seen = auditEvents.filter((event) => isReading(event, 'seen'));
  expect(seen).toEqual([
    'request.opened',
    'request.draft_read',
    'request.revealed',
    'request.copied',
    'request.compared',
  ]);
});
