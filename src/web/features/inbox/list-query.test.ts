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

test('a role that works on requests starts with the view of its own steps', () => {
  expect(read('')).toMatchObject({ view: 'my_move', order: 'urgency' });
});

test('a manager and an auditor start with all open requests', () => {
  expect([defaultView(['manager']), defaultView(['auditor'])]).toEqual(['open', 'open']);
});

test('a view in the URL takes precedence over the role’s default', () => {
  expect(readListQuery(new URLSearchParams('view=closed'), ['manager']).view).toBe('closed');
});

test('an invalid parameter of the URL is ignored and the rest is kept', () => {
  expect(read('type=teapot&language=kk&view=mine')).toMatchObject({ view: 'mine', language: ['kk'] });
});

test('the number of preceding rows is not sent to the server', () => {
  expect(listCall(read('view=open&at=50&cursor=abc')).query).toEqual({
    view: 'open',
    order: 'urgency',
    limit: 50,
    cursor: 'abc',
    total: 'none',
  });
});

test('a filtered list asks the server for its total, an unfiltered view does not', () => {
  expect(listCall(read('view=open&type=deletion')).query).toMatchObject({ total: 'count' });
});

test('several values are sent as one comma-separated parameter', () => {
  expect(listCall(read('view=open&type=deletion,access')).query).toMatchObject({ type: 'deletion,access' });
});

test('a change of filter starts at the first page', () => {
  const params = new URLSearchParams('view=open&cursor=abc&at=50');
  expect(listLink(params, { language: ['kk', 'ru'] })).toBe('?language=kk%2Cru&view=open');
});

test('the link to the next page carries the number of rows before it', () => {
  const params = new URLSearchParams('view=open&cursor=abc&at=50');
  expect(nextPageLink(params, read(params.toString()), 'def', 50)).toBe('?at=100&cursor=def&view=open');
});

test('closed requests are ordered by closing date', () => {
  expect(viewLink('closed')).toBe('?order=closed_last&view=closed');
});

test('a column of the horizon becomes a filter and is read back from it', () => {
  const link = listLink(new URLSearchParams('view=mine'), duePatch({ from: '2026-11-24', to: '2026-11-24' }));
  expect(dueRange(read(link))).toEqual({ from: '2026-11-24', to: '2026-11-24' });
});

test('the column of long overdue requests has no start', () => {
  const link = listLink(new URLSearchParams(), duePatch({ from: null, to: '2026-11-14' }));
  expect(dueRange(read(link))).toEqual({ from: null, to: '2026-11-14' });
});

test('picking the column again clears the filter and keeps the view', () => {
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
