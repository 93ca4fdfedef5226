import { expect, test } from 'vitest';
import { decisionCase, eventCase, messageCase, requestCase } from '#tests/cases/request-detail.ts';
import { progressSteps } from './progress-steps.ts';

const states = (more: Parameters<typeof requestCase>[0]) =>
  progressSteps(requestCase(more)).map(({ state }) => state);

test('a right has steps for decision, approval, answer and execution; a question only answer and closing', () => {
  expect(states({})).toEqual(['done', 'now', 'ahead', 'ahead', 'ahead']);
  const move = { code: 'take', of: { kind: 'role', role: 'support' }, mine: true } as const;
  expect(states({ type: 'contact', assignee: null, move })).toEqual(['now', 'ahead', 'ahead']);
});

test('each completed step has its person and time', () => {
  const timeline = [
    eventCase('request.taken', '2026-10-22T05:00:00.000Z'),
    messageCase('2026-11-18T05:00:00.000Z', {
      direction: 'out',
      state: 'sent',
      by: { id: 'x', name: 'Д. Омаров' },
    }),
  ];
  const [taken, proposed, , answered] = progressSteps(requestCase({ timeline, decision: decisionCase() }));
  expect(taken).toMatchObject({ by: 'Д. Омаров', at: '2026-10-22T05:00:00.000Z' });
  expect(proposed).toMatchObject({ by: 'А. Сапарова', state: 'done' });
  expect(answered).toMatchObject({ state: 'done', at: '2026-11-18T05:00:00.000Z' });
});

test('a refused letter is not an answer', () => {
  const refused = messageCase('2026-11-18T05:00:00.000Z', { direction: 'out', state: 'refused' });
  expect(states({ timeline: [refused] })[3]).toBe('ahead');
});

test('a request closed without an answer lists only the completed steps', () => {
  const closed = { status: 'closed', outcome: 'withdrawn', closedAt: '2026-11-18T05:00:00.000Z' } as const;
  const move = { code: 'none', of: { kind: 'nobody' }, mine: false } as const;
  expect(states({ ...closed, move })).toEqual(['done', 'done']);
});
