import { expect, test } from 'vitest';
import { translator } from '#i18n/translator.ts';
import { filterChips, setFields } from './filter-fields.ts';
import { readListQuery } from './list-query.ts';

const chips = (search: string) =>
  filterChips(
    readListQuery(new URLSearchParams(search), ['privacy_officer']),
    translator('en'),
    () => 'Dana',
  ).map(({ label, value }) => `${label}: ${value}`.replaceAll('\u00a0', ' '));

test('without filters there are no chips', () => {
  expect(chips('view=open')).toEqual([]);
});

test('several values of one filter are one chip', () => {
  expect(chips('type=deletion,access')).toEqual(['Type: Data deletion, Data access']);
});

test('a day of the horizon is shown as that day', () => {
  expect(chips('view=open&urgency=unanswered&dueFrom=2026-11-24&dueTo=2026-11-24')).toEqual([
    'Due: Tue 24.11',
  ]);
});

test('a range without a start is shown as "until"', () => {
  expect(chips('urgency=unanswered&dueTo=2026-11-14')).toEqual(['Due: until 14.11.2026']);
});

test('an urgency by itself keeps its name', () => {
  expect(chips('urgency=overdue')).toEqual(['Deadline: Overdue']);
});

test('receipt dates and a colleague have a chip each', () => {
  expect(
    chips('receivedFrom=2026-11-01&receivedTo=2026-11-15&assignee=00000000-0000-4000-8000-000000000001'),
  ).toEqual(['Assignee: Dana', 'Received: 01.11 – 15.11']);
});

test('support is offered only the types its list can contain', () => {
  expect(setFields(['support'], 'open')[0]?.values).toEqual(['contact', 'consumer_claim']);
});

test('a view of one status offers no choice of it', () => {
  expect(setFields(['support'], 'closed').map(({ name }) => name)).toEqual(['type', 'channel', 'language']);
});
