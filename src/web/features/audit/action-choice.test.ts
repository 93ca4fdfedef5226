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

test('a new choice takes the old one away', () => {
  expect(choicePatch('')).toEqual({ read: null, group: null, event: null });
});

test('an auditor chooses among all kinds of work', () => {
  const { reads, groups } = actionChoices({ id: 'a', roles: ['auditor'] });
  expect([reads, groups]).toEqual([
    ['seen', 'revealed', 'opened', 'listed'],
    ['access', 'change', 'security', 'system'],
  ]);
});

test('an administrator is offered what his part of the log can hold', () => {
  const { reads, groups, events } = actionChoices({ id: 'a', roles: ['administrator'] });
  expect([reads, groups, events.includes('request.opened')]).toEqual([[], ['security', 'system'], false]);
});

test('what is never written cannot be asked for', () => {
  expect(actionChoices({ id: 'a', roles: ['auditor'] }).events).not.toContain('session.read');
});
