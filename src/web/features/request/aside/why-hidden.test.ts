import { expect, test } from 'vitest';
import type { FieldView } from '#contract/request-shapes.ts';
import { requestCase } from '#tests/cases/request-detail.ts';
import { factsOf } from '../useRequest.ts';
import { whyHidden } from './why-hidden.ts';

const email = (more: Partial<FieldView>): FieldView => ({
  field: 'email',
  class: 'contact_details',
  value: { shown: false, hint: 'v•••@mail.kz' },
  reveal: false,
  compare: true,
  ...more,
});
const because = (view: FieldView, role: 'support' | 'privacy_officer' | 'manager', more = {}) =>
  whyHidden(view, { id: 'me', roles: [role] }, factsOf(requestCase(more)));

test('a partly hidden value states how it can be shown', () => {
  expect(because(email({ reveal: true }), 'privacy_officer')).toEqual([
    'request.hidden.partly',
    'request.hidden.reveal',
    'request.hidden.compare',
  ]);
});

test('support is told that it can reveal the value under a condition', () => {
  expect(because(email({}), 'support', { type: 'contact' })).toContain('request.hidden.reveal_if');
  expect(because(email({}), 'support', { type: 'deletion' })).not.toContain('request.hidden.reveal_if');
});

test('a role without access and a blocked record each have a reason of their own', () => {
  const hidden = email({ value: { shown: false, hint: null }, compare: false });
  expect(because(hidden, 'manager')).toEqual(['request.hidden.role']);
  expect(because(hidden, 'support', { blocked: true })).toEqual(['request.hidden.blocked']);
});

test('a value that is shown needs no reason', () => {
  expect(because(email({ value: { shown: true, value: 'v@mail.kz' } }), 'support')).toEqual([]);
});
