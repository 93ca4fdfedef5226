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

test('without a filter nothing is asked but the newest', () => {
  expect(call('')).toEqual({});
});

test.each([
  ['today', '2026-11-21T19:00:00Z'],
  ['week', '2026-11-15T19:00:00Z'],
  ['month', '2026-10-23T19:00:00Z'],
])('%s begins at a midnight of the desk', (when, from) => {
  expect(call(`when=${when}`)).toEqual({ from });
});

test('both days of a range are in it', () => {
  expect(call('from=2026-11-01&to=2026-11-20')).toEqual({
    from: '2026-10-31T19:00:00Z',
    to: '2026-11-20T19:00:00Z',
  });
});

test('a day picked in the picture narrows the list, and the picture stays', () => {
  const query = read('from=2026-10-01&to=2026-11-20&on=2026-11-02&read=revealed');
  expect([auditCall(query, TODAY).query, daysCall(query, TODAY).query]).toEqual([
    { read: 'revealed', from: '2026-11-01T19:00:00Z', to: '2026-11-02T19:00:00Z' },
    { read: 'revealed', from: '2026-09-30T19:00:00Z', to: '2026-11-20T19:00:00Z' },
  ]);
});

test('several days can be picked, and what is no day is not', () => {
  expect([read('on=2026-11-01_2026-11-05').on, read('on=2026-13-01&read=opened')]).toEqual([
    { from: '2026-11-01', to: '2026-11-05' },
    { read: 'opened' },
  ]);
});

test('the place in the list is no part of the picture', () => {
  expect(daysCall(read('cursor=9&at=100'), TODAY)).toEqual(daysCall(read(''), TODAY));
});

test('what stands beside the list is not asked of the server', () => {
  const open = 'event_id=0190a0a0-0000-7000-8000-000000000001&tab=json&at=100';
  expect(call(`${open}&read=revealed&cursor=abc`)).toEqual({ read: 'revealed', cursor: 'abc' });
});

test('nonsense in the URL is left out and the rest is kept', () => {
  expect(call('outcome=maybe&group=security&from=yesterday')).toEqual({ group: 'security' });
});

test('opening an event asks for the same list, another filter does not', () => {
  const url = (search: string) => new URL(`https://desk.example/audit?${search}`);
  expect([
    asksTheSame(url('read=opened&cursor=9'), url('cursor=9&event_id=x&read=opened&tab=json')),
    asksTheSame(url('read=opened'), url('read=revealed')),
  ]).toEqual([true, false]);
});

test('another filter closes what was open and begins at the beginning', () => {
  const params = new URLSearchParams('cursor=9&at=100&event_id=x&tab=json&read=opened');
  expect(filterLink(params, { outcome: 'denied' })).toBe('?outcome=denied&read=opened');
});

test('an event opens where the list stands', () => {
  const params = new URLSearchParams('cursor=9&at=100&read=opened');
  expect(eventLink(params, { event_id: 'x' })).toBe('?at=100&cursor=9&event_id=x&read=opened');
});

test('the next page knows how many rows lie before it', () => {
  const params = new URLSearchParams('at=100&cursor=9');
  expect(nextPageLink(params, read(params.toString()), '8', 100)).toBe('?at=200&cursor=8');
});

test('clearing a filter clears every part of the URL it owns', () => {
  expect(clearing('when', 'who')).toEqual({ when: null, from: null, to: null, on: null, actor: null });
});
