import { QueryClient } from '@tanstack/react-query';
import { expect, test } from 'vitest';
import { placeIn, queueFrom, queueIn } from './queue-place.ts';

const QUEUE = { references: ['NP-1', 'NP-2', 'NP-3'], before: 50, total: 120, capped: false };

test('the position counts from the start of the list, the neighbours come from its page', () => {
  expect(placeIn(QUEUE, 'NP-2')).toEqual({
    index: 52,
    total: 120,
    capped: false,
    previous: 'NP-1',
    next: 'NP-3',
  });
  expect(placeIn(QUEUE, 'NP-3')?.next).toBeNull();
});

test('a request that is not on the page has no position', () => {
  expect(placeIn(QUEUE, 'NP-9')).toBeNull();
});

test('the queue comes from the list that was loaded last', () => {
  const client = new QueryClient();
  const page = (references: string[]) => ({
    items: references.map((reference) => ({ reference })),
    next: null,
    total: { count: references.length, capped: false },
  });
  client.setQueryData(['listRequests', { query: { view: 'all' } }], page(['NP-7', 'NP-8']), { updatedAt: 1 });
  client.setQueryData(['listRequests', { query: { view: 'open' } }], page(['NP-8', 'NP-9']), {
    updatedAt: 2,
  });
  expect(queueFrom(client, 'view=open&at=50', 'NP-8')).toEqual({
    references: ['NP-8', 'NP-9'],
    before: 50,
    total: 2,
    capped: false,
  });
  expect(queueFrom(client, '', 'NP-1')).toBeNull();
});

test('an unfiltered view takes its total from the counts of the views', () => {
  const client = new QueryClient();
  const page = { items: [{ reference: 'NP-7' }], next: 'abc', total: null };
  client.setQueryData(['listRequests', { query: { view: 'closed', total: 'none' } }], page);
  expect(queueFrom(client, '', 'NP-7')).toMatchObject({ total: 1, capped: true });
  client.setQueryData(['countRequests', {}], { views: { closed: 1_001 } });
  expect(queueFrom(client, '', 'NP-7')).toMatchObject({ total: 1_000, capped: true });
  client.setQueryData(['countRequests', {}], { views: { closed: 40 } });
  expect(queueFrom(client, '', 'NP-7')).toMatchObject({ total: 40, capped: false });
});

test.each([null, 'x', {}, { queue: null }, { queue: { references: 'NP-1' } }])(
  'what the history gives back is not believed unseen: %j',
  (state) => expect(queueIn(state)).toBeNull(),
);
