import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { OFFICER, requestCase } from '#tests/cases/request-detail.ts';
import { putTaken } from './taken-row.ts';

const TAKEN = requestCase({ assignee: OFFICER, version: 4 });
const listOf = (client: QueryClient, view: string) =>
  client.getQueryState(['listRequests', { query: { view } }]);

function clientWith(lists: Record<string, readonly string[]>): QueryClient {
  const client = new QueryClient();
  for (const [at, [view, ids]] of Object.entries(lists).entries())
    client.setQueryData(
      ['listRequests', { query: { view } }],
      {
        items: ids.map((id) => ({ id, assignee: null, preview: 'kept' })),
        staff: [],
        next: null,
        total: null,
      },
      { updatedAt: at + 1 },
    );
  return client;
}

test('the row is updated in place and keeps its preview', () => {
  const client = clientWith({ open: ['other', TAKEN.id] });
  putTaken(client, TAKEN);
  expect(listOf(client, 'open')?.data).toMatchObject({
    items: [
      { id: 'other', assignee: null },
      { id: TAKEN.id, assignee: OFFICER.id, version: 4, preview: 'kept' },
    ],
    staff: [OFFICER],
  });
});

test('a list keeps its age, so that J and K walk the one fetched last', () => {
  const client = clientWith({ unassigned: [TAKEN.id], open: [TAKEN.id] });
  putTaken(client, TAKEN);
  expect(['unassigned', 'open'].map((view) => listOf(client, view)?.dataUpdatedAt)).toEqual([1, 2]);
});

test('a list without the row is not touched', () => {
  const client = clientWith({ closed: ['other'] });
  const before = listOf(client, 'closed');
  putTaken(client, TAKEN);
  expect(listOf(client, 'closed')).toBe(before);
});
