import { expect, test } from 'vitest';
import { isCurrent, railFor } from './rail-entries.ts';

const labels = (...roles: Parameters<typeof railFor>[0]) =>
  railFor(roles).map((group) => group.map(({ label }) => label.replace('nav.', '')));

test('an officer sees the queue, the approvals, the log and the settings', () => {
  expect(labels('privacy_officer')).toEqual([
    ['inbox', 'my_move', 'mine', 'approvals'],
    ['audit', 'visibility', 'settings'],
  ]);
});

test('support sees its queue and no log', () => {
  expect(labels('support')).toEqual([['inbox', 'my_move', 'mine'], ['visibility']]);
});

test('an auditor and a manager take nothing, so no move is theirs', () => {
  expect(labels('auditor')).toEqual([['inbox'], ['audit', 'visibility']]);
  expect(labels('manager').flat()).not.toContain('mine');
});

test('an administrator has no queue', () => {
  expect(labels('administrator')).toEqual([['first_steps', 'audit', 'visibility', 'staff', 'settings']]);
});

test('views that share an address are told apart', () => {
  const [queue = []] = railFor(['privacy_officer']);
  const current = (search: string) =>
    queue.filter((entry) => isCurrent(entry, { pathname: '/', search })).map(({ label }) => label);
  expect(current('')).toEqual(['nav.my_move']);
  expect(current('?type=access&view=open')).toEqual(['nav.inbox']);
  expect(current('?view=closed')).toEqual([]);
});

test('a section of the settings is still the settings', () => {
  const entry = railFor(['administrator'])
    .flat()
    .find(({ label }) => label === 'nav.settings');
  expect(entry && isCurrent(entry, { pathname: '/settings/mail', search: '' })).toBe(true);
});
