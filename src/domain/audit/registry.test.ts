import { expect, test } from 'vitest';
import { ACTIONS } from '../access/actions.ts';
import { type AuditEvent, auditEvents } from './events.ts';
import { isReading, REGISTRY } from './registry.ts';

test('the registry contains every kind of event once, ordered by code', () => {
  const codes = REGISTRY.map(({ code }) => code);
  expect(codes).toEqual([...new Set(codes)].toSorted());
  expect(REGISTRY).toHaveLength(auditEvents.length);
});

test('an event that several actions leave is declared by one of them', () => {
  // A name that no row declares does not compile here.
  const shared: readonly AuditEvent[] = Object.values(ACTIONS).flatMap(({ event }) =>
    typeof event === 'string' ? [event] : [],
  );
  expect(shared).toEqual(['request.converted', 'session.signed_in']);
});

test('changes are kept at least as long as reads', () => {
  const years = (event: string) => REGISTRY.find((row) => row.event === event)?.years;
  expect([
    years('request.opened'),
    years('request.answered'),
    years('staff.changed'),
    years('job.run'),
  ]).toEqual([3, 5, 5, 1]);
});

test('an event that is never written has a row that says so', () => {
  expect(REGISTRY.filter(({ recorded }) => !recorded).map(({ event }) => event)).toContain('session.read');
});

test('opening and revealing count as seeing, reading a list or the trail does not', () => {
  const seen = auditEvents.filter((event) => isReading(event, 'seen'));
  expect(seen).toEqual([
    'request.opened',
    'request.draft_read',
    'request.revealed',
    'request.copied',
    'request.compared',
  ]);
});
