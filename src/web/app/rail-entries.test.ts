import { describe, expect, test } from 'vitest';
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

test('an auditor and a manager cannot take requests, so they have no views of their own work', () => {
  expect(labels('auditor')).toEqual([['inbox'], ['audit', 'visibility']]);
  expect(labels('manager').flat()).not.toContain('mine');
});

test('an administrator, to whom the queue is closed, begins at the system', () => {
  expect(labels('administrator')).toEqual([
    ['home.name', 'first_steps', 'audit', 'visibility', 'staff', 'settings'],
  ]);
});

describe('the current entry', () => {
  const current = (role: Parameters<typeof railFor>[0][number], address: string) => {
    const [pathname = '', search = ''] = address.split('?');
    return railFor([role])
      .flat()
      .filter((entry) => isCurrent(entry, { pathname, search }, [role]))
      .map(({ label }) => label.replace('nav.', ''));
  };

  test.each([
    ['privacy_officer', '/', 'my_move'],
    ['privacy_officer', '/?type=access&view=open', 'inbox'],
    ['privacy_officer', '/?view=mine', 'mine'],
    ['privacy_officer', '/?view=closed', 'inbox'],
    ['manager', '/', 'inbox'],
    ['administrator', '/home', 'home.name'],
    ['administrator', '/settings/mail', 'settings'],
    ['auditor', '/audit?event_id=1', 'audit'],
  ] as const)('%s at %s is in %s', (role, address, entry) => {
    expect(current(role, address)).toEqual([entry]);
  });

  test('the page of a request marks no entry', () => {
    expect(current('privacy_officer', '/requests/NP-2026-000861')).toEqual([]);
  });
});
