import { expect, test } from 'vitest';
import { decisionCase, eventCase, messageCase, OFFICER, requestCase } from '#tests/cases/request-detail.ts';
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
      letter: 'answer',
      state: 'sent',
      by: { id: 'x', name: 'Д. Омаров' },
    }),
  ];
  const [taken, proposed, , answered] = progressSteps(
    requestCase({
      timeline,
      decision: decisionCase(),
      answeredAt: '2026-11-18T05:00:00.000Z',
      answeredOn: '2026-11-18',
    }),
  );
  expect(taken).toMatchObject({ by: 'Д. Омаров', at: '2026-10-22T05:00:00.000Z' });
  expect(proposed).toMatchObject({ by: 'А. Сапарова', state: 'done' });
  expect(answered).toMatchObject({ state: 'done', at: '2026-11-18T05:00:00.000Z' });
});

test('a refused letter is not an answer', () => {
  const refused = messageCase('2026-11-18T05:00:00.000Z', {
    direction: 'out',
    letter: 'answer',
    state: 'refused',
  });
  expect(states({ timeline: [refused] })[3]).toBe('ahead');
});

test('a question or a holding letter ticks no answer', () => {
  const sent = (letter: 'question' | 'holding') =>
    messageCase('2026-11-18T05:00:00.000Z', { direction: 'out', letter, state: 'sent' });
  const type = 'contact' as const;
  const move = { code: 'answer', of: { kind: 'person', ...OFFICER }, mine: true } as const;
  expect(states({ type, move, timeline: [sent('question'), sent('holding')] })).toEqual([
    'done',
    'now',
    'ahead',
  ]);
});

test('an answer on its way is the current step, not a done one', () => {
  const move = { code: 'close', of: { kind: 'person', ...OFFICER }, mine: true } as const;
  const steps = progressSteps(requestCase({ type: 'contact', move, answerState: 'on_its_way' }));
  expect(steps.map(({ state, held }) => [state, held])).toEqual([
    ['done', null],
    ['now', 'answer_state.on_its_way'],
    ['ahead', null],
  ]);
});

test('a right that waits for the applicant waits before its decision, and no answer is due now', () => {
  const move = { code: 'wait_applicant', of: { kind: 'applicant' }, mine: false } as const;
  expect(states({ move, status: 'waiting_applicant' })).toEqual([
    'done',
    'waiting',
    'ahead',
    'ahead',
    'ahead',
  ]);
});

test('an answer after the deadline is done late', () => {
  const move = { code: 'close', of: { kind: 'person', ...OFFICER }, mine: true } as const;
  const late = { answeredAt: '2026-11-22T05:00:00.000Z', answeredOn: '2026-11-22' };
  expect(states({ type: 'contact', move, ...late })).toEqual(['done', 'late', 'now']);
});

test('a request closed without an answer lists only the completed steps', () => {
  const closed = { status: 'closed', outcome: 'withdrawn', closedAt: '2026-11-18T05:00:00.000Z' } as const;
  const move = { code: 'none', of: { kind: 'nobody' }, mine: false } as const;
  expect(states({ ...closed, move })).toEqual(['done', 'done']);
});
