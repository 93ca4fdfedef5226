import { expect, test } from 'vitest';
import { actions } from '#domain/access/actions.ts';
import { can } from '#domain/access/can.ts';
import { decisionCase, requestCase, SUPPORT } from '#tests/cases/request-detail.ts';
import { factsOf } from '../useRequest.ts';
import { firstKind, kindOf, kindVerdict, letterVerdict } from './letter-kind.ts';

/** As the API answers an officer. */
function seen(more: Parameters<typeof requestCase>[0]) {
  const detail = requestCase(more);
  const allowed = actions.map((action) => {
    const verdict = can({ id: 'me', roles: ['privacy_officer'] }, action, factsOf(detail));
    return { action, ok: verdict.ok, why: verdict.ok ? null : verdict.why };
  });
  return { ...detail, allowed };
}

test('on a right the composer opens with the question until the decision is approved', () => {
  const detail = seen({ type: 'deletion' });
  expect([firstKind(detail), letterVerdict(detail).ok]).toEqual(['question', true]);
  expect(kindVerdict(detail, 'answer')).toMatchObject({ ok: false, why: 'decision_approved' });
  const approved = decisionCase({ approvedBy: SUPPORT, approvedAt: '2026-11-18T05:00:00.000Z' });
  expect(firstKind(seen({ type: 'deletion', status: 'executing', decision: approved }))).toBe('answer');
});

test('a question without a decision is answered at once', () => {
  expect(firstKind(seen({ type: 'contact' }))).toBe('answer');
});

test('nothing may be written on a closed request, and the reason is given', () => {
  expect(letterVerdict(seen({ type: 'contact', status: 'closed' }))).toMatchObject({
    ok: false,
    why: 'status',
  });
});

test('a text that was not typed here has no kind until one is chosen', () => {
  const detail = seen({ type: 'contact' });
  expect(kindOf(detail, null, '')).toBe('answer');
  expect(kindOf(detail, null, 'Restored')).toBeNull();
  expect(kindOf(detail, 'question', 'Restored')).toBe('question');
});

test('where one kind alone is allowed there is nothing to choose', () => {
  const detail = seen({ type: 'deletion', status: 'awaiting_approval', decision: decisionCase() });
  expect(kindOf(detail, null, 'Restored')).toBe('holding');
});
