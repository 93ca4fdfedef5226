import { expect, test } from 'vitest';
import {
  asksTheSame,
  auditCall,
  clearing,
  daysCall,
  eventLink,
  filterLink,
  nextPageLink,
  readAuditQuery,
} from './audit-query.ts';

const TODAY = '2026-11-22';
const read = (search: string) => readAuditQuery(new URLSearchParams(search));
const call = (search: string) => auditCall(read(search), TODAY).query;

test('without a filter the call has no parameters', () => {
  expect(call('')).toEqual({});
});

test.each([
  ['today', '2026-11-21T19:00:00Z'],
  ['week', '2026-11-15T19:00:00Z'],
  ['month', '2026-10-23T19:00:00Z'],
])('%s begins at midnight in the time zone of the service', (when, from) => {
  expect(call(`when=${when}`)).toEqual({ from });
});

test('a range includes both of its days', () => {
  expect(call('from=2026-11-01&to=2026-11-20')).toEqual({
    from: '2026-10-31T19:00:00Z',
    to: '2026-11-20T19:00:00Z',
  });
});

test('a day picked in the picture narrows the list and not the picture', () => {
  const query = read('from=2026-10-01&to=2026-11-20&on=2026-11-02&read=revealed');
  expect([auditCall(query, TODAY).query, daysCall(query, TODAY).query]).toEqual([
    { read: 'revealed', from: '2026-11-01T19:00:00Z', to: '2026-11-02T19:00:00Z' },
    { read: 'revealed', from: '2026-09-30T19:00:00Z', to: '2026-11-20T19:00:00Z' },
  ]);
});

test('a range of days can be picked, and an invalid day is ignored', () => {
  expect([read('on=2026-11-01_2026-11-05').on, read('on=2026-13-01&read=opened')]).toEqual([
    { from: '2026-11-01', to: '2026-11-05' },
    { read: 'opened' },
  ]);
});

test('the cursor does not affect the call of the picture', () => {
  expect(daysCall(read('cursor=9&at=100'), TODAY)).toEqual(daysCall(read(''), TODAY));
});

test('the open event and its tab are not sent to the server', () => {
  const open = 'event_id=0190a0a0-0000-7000-8000-000000000001&tab=json&at=100';
  expect(call(`${open}&read=revealed&cursor=abc`)).toEqual({ read: 'revealed', cursor: 'abc' });
});

test('an invalid parameter of the URL is ignored and the rest is kept', () => {
  expect(call('outcome=maybe&group=security&from=yesterday')).toEqual({ group: 'security' });
});

test('opening an event keeps the list, another filter changes it', () => {
  const url = (search: string) => new URL(`https://desk.example/audit?${search}`);
  expect([
    asksTheSame(url('read=opened&cursor=9'), url('cursor=9&event_id=x&read=opened&tab=json')),
    asksTheSame(url('read=opened'), url('read=revealed')),
  ]).toEqual([true, false]);
});

test('another filter closes the open event and starts at the first page', () => {
  const params = new URLSearchParams('cursor=9&at=100&event_id=x&tab=json&read=opened');
  expect(filterLink(params, { outcome: 'denied' })).toBe('?outcome=denied&read=opened');
});

test('opening an event keeps the page of the list', () => {
  const params = new URLSearchParams('cursor=9&at=100&read=opened');
  expect(eventLink(params, { event_id: 'x' })).toBe('?at=100&cursor=9&event_id=x&read=opened');
});

test('the link to the next page carries the number of rows before it', () => {
  const params = new URLSearchParams('at=100&cursor=9');
  expect(nextPageLink(params, read(params.toString()), '8', 100)).toBe('?at=200&cursor=8');
});

test('clearing a filter clears all of its URL parameters', () => {
  expect(clearing('when', 'who')).toEqual({ when: null, from: null, to: null, on: null, actor: null });
});
