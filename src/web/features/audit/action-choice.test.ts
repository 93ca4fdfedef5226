import { expect, test } from 'vitest';
import { actionChoices, choiceOf, choicePatch } from './action-choice.ts';
import { readAuditQuery } from './audit-query.ts';

const choice = (search: string) => choiceOf(readAuditQuery(new URLSearchParams(search)));

test.each(['read:revealed', 'group:change', 'event:request.opened'])(
  'the choice %s comes back from the URL it makes',
  (value) => {
    const made = Object.entries(choicePatch(value)).filter(([, part]) => part !== null);
    expect(choice(new URLSearchParams(made as [string, string][]).toString())).toBe(value);
  },
);

test('a new choice clears the previous one', () => {
  expect(choicePatch('')).toEqual({ read: null, group: null, event: null });
});

test('an auditor is offered every group of events', () => {
  const { reads, groups } = actionChoices({ id: 'a', roles: ['auditor'] });
  expect([reads, groups]).toEqual([
    ['seen', 'revealed', 'opened', 'listed'],
    ['access', 'change', 'security', 'system'],
  ]);
});

test('an administrator is offered only the events that role may read', () => {
  const { reads, groups, events } = actionChoices({ id: 'a', roles: ['administrator'] });
  expect([reads, groups, events.includes('request.opened')]).toEqual([[], ['security', 'system'], false]);
});

test('events that are never recorded are not offered', () => {
  expect(actionChoices({ id: 'a', roles: ['auditor'] }).events).not.toContain('session.read');
});
