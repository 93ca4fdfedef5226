import { expect, test } from 'vitest';
import { decisionCase, messageCase, requestCase } from '#tests/cases/request-detail.ts';
import { closeOptions, provenOutcome } from './close-options.ts';

const missing = (more: Parameters<typeof requestCase>[0]) =>
  Object.fromEntries(closeOptions(requestCase(more)).map(({ outcome, missing: lacks }) => [outcome, lacks]));
const answered = { answeredAt: '2026-11-18T05:00:00.000Z' };
const approved = decisionCase({ approvedAt: '2026-11-18T05:00:00.000Z' });

test('a question can be closed as answered only with an answer', () => {
  expect(missing({ type: 'contact' }).answered).toBe('request.missing.answer');
  expect(missing({ type: 'contact', ...answered }).answered).toBeNull();
  expect(missing({ type: 'contact', answerState: 'on_its_way' }).answered).toBeNull();
  expect(missing({ type: 'contact', answerState: 'refused' }).answered).toBe('request.missing.answer');
});

test('a right needs the decision, its approval and the answer, in this order', () => {
  expect(missing({}).fulfilled).toBe('request.missing.decision');
  expect(missing({ decision: decisionCase() }).fulfilled).toBe('request.missing.approval');
  expect(missing({ decision: approved }).fulfilled).toBe('request.missing.answer');
  expect(missing({ decision: approved, ...answered }).fulfilled).toBeNull();
  expect(missing({ decision: approved, ...answered }).refused).toBe('request.missing.other_decision');
});

test('what answered a question is no answer to the right that it has become', () => {
  const timeline = [
    messageCase('2026-11-18T05:00:00Z', { direction: 'out', letter: 'answer', state: 'outside' }),
  ];
  expect(missing({ decision: approved, answeredAt: null, timeline }).fulfilled).toBe(
    'request.missing.answer',
  );
});

test('an outcome that needs no answer can always be chosen, and is never preselected', () => {
  expect(missing({}).withdrawn).toBeNull();
  expect(provenOutcome(closeOptions(requestCase()))).toBeNull();
  expect(provenOutcome(closeOptions(requestCase({ decision: approved, ...answered })))).toBe('fulfilled');
});
