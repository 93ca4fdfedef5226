import { expect, test } from 'vitest';
import {
  defaultView,
  duePatch,
  dueRange,
  hasFilter,
  listCall,
  listLink,
  NO_FILTER,
  nextPageLink,
  readListQuery,
  viewLink,
} from './list-query.ts';

const read = (search: string) => readListQuery(new URLSearchParams(search), ['privacy_officer']);

test('whoever works on requests begins with his own moves', () => {
  expect(read('')).toMatchObject({ view: 'my_move', order: 'urgency' });
});

test('a manager and an auditor begin with all open requests', () => {
  expect([defaultView(['manager']), defaultView(['auditor'])]).toEqual(['open', 'open']);
});

test('the URL decides before the role', () => {
  expect(readListQuery(new URLSearchParams('view=closed'), ['manager']).view).toBe('closed');
});

test('nonsense in the URL is left out and the rest is kept', () => {
  expect(read('type=teapot&language=kk&view=mine')).toMatchObject({ view: 'mine', language: ['kk'] });
});

test('the place in the list is not asked of the server', () => {
  expect(listCall(read('view=open&at=50&cursor=abc')).query).toEqual({
    view: 'open',
    order: 'urgency',
    limit: 50,
    cursor: 'abc',
    total: 'none',
  });
});

test('what filters narrow is counted by the server, a whole view is counted already', () => {
  expect(listCall(read('view=open&type=deletion')).query).toMatchObject({ total: 'count' });
});

test('several values cross as one', () => {
  expect(listCall(read('view=open&type=deletion,access')).query).toMatchObject({ type: 'deletion,access' });
});

test('a change of filter begins the list anew', () => {
  const params = new URLSearchParams('view=open&cursor=abc&at=50');
  expect(listLink(params, { language: ['kk', 'ru'] })).toBe('?language=kk%2Cru&view=open');
});

test('the next page knows how many rows lie before it', () => {
  const params = new URLSearchParams('view=open&cursor=abc&at=50');
  expect(nextPageLink(params, read(params.toString()), 'def', 50)).toBe('?at=100&cursor=def&view=open');
});

test('closed requests are listed by their closing', () => {
  expect(viewLink('closed')).toBe('?order=closed_last&view=closed');
});

test('a column of the horizon is a filter and comes back as the column', () => {
  const link = listLink(new URLSearchParams('view=mine'), duePatch({ from: '2026-11-24', to: '2026-11-24' }));
  expect(dueRange(read(link))).toEqual({ from: '2026-11-24', to: '2026-11-24' });
});

test('everything long late has no beginning', () => {
  const link = listLink(new URLSearchParams(), duePatch({ from: null, to: '2026-11-14' }));
  expect(dueRange(read(link))).toEqual({ from: null, to: '2026-11-14' });
});

test('picking the column again takes the filter away and keeps the view', () => {
  const link = listLink(
    new URLSearchParams('dueFrom=2026-11-24&dueTo=2026-11-24&urgency=unanswered&view=open'),
    duePatch(null),
  );
  expect(link).toBe('?view=open');
});

test('clearing removes filters and leaves view and order', () => {
  const params = new URLSearchParams('view=open&order=received_last&type=access&receivedFrom=2026-11-01');
  const link = listLink(params, NO_FILTER);
  expect([link, hasFilter(read(link)), hasFilter(read(params.toString()))]).toEqual([
    '?order=received_last&view=open',
    false,
    true,
  ]);
});
