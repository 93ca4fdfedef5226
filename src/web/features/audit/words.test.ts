import { expect, test } from 'vitest';
import type { AuditRow } from '#contract/audit.ts';
import { translator } from '#i18n/translator.ts';
import { readAuditQuery } from './audit-query.ts';
import { bodyDetails, prettyBody } from './event-body.ts';
import { eventRowName, whatWords } from './event-words.ts';
import { auditTitle, filterWords, totalWords } from './filter-words.ts';

const en = translator('en');
const NAMES = { person: () => 'Dana Ospanova', object: () => null };
const title = (search: string, total = '312') =>
  auditTitle(readAuditQuery(new URLSearchParams(search)), total, en, NAMES);

const row = (more: Partial<AuditRow>): AuditRow => ({
  id: '0190a0a0-0000-7000-8000-000000000001',
  seq: 7,
  at: '2026-11-02T06:02:31Z',
  actor: { kind: 'person', id: 'p', name: 'Dana Ospanova', roles: ['privacy_officer'] },
  event: 'request.revealed',
  code: 'PD010',
  severity: 'notice',
  outcome: 'success',
  object: { type: 'request', id: 'r', label: 'NP-2026-000861' },
  fields: ['phone'],
  purpose: 'confirm_identity',
  count: null,
  ...more,
});

test.each([
  ['', 'Events in the log: 312'],
  ['read=revealed&when=month', 'Personal fields revealed: 312, last 30 days'],
  ['group=security&when=today', 'Security events: 312, today'],
  ['outcome=denied&read=revealed', 'Denied actions: 312'],
  ['event=request.closed&object=NP-2026-000861', 'Closed the request: 312, NP-2026-000861'],
  ['actor=0190a0a0-0000-7000-8000-000000000001', 'Events in the log: 312, Dana Ospanova'],
  ['from=2026-09-22&to=2026-11-20', 'Events in the log: 312, 22.09.2026 – 20.11.2026'],
])('the title of ?%s', (search, said) => {
  expect(title(search)).toBe(said);
});

test('a capped count is marked', () => {
  expect([
    totalWords({ count: 10_000, capped: true }, translator('kk')),
    totalWords({ count: 312, capped: false }, en),
  ]).toEqual(['10\u00a0000+', '312']);
});

test('a filter that is not set says any', () => {
  expect(filterWords('who', {}, en, NAMES)).toBe('anyone');
});

test('a revealed field is named with the request', () => {
  expect(whatWords(row({}), en)).toBe('Revealed: Phone · NP-2026-000861');
});

test('other work on a request is named with its number and without its fields', () => {
  expect(whatWords(row({ event: 'intake.received' }), en)).toBe('Received from the site · NP-2026-000861');
});

test('the reading of a list shows how many rows it had', () => {
  const listed = row({ event: 'request.listed', object: null, fields: [], count: 50 });
  expect(whatWords(listed, en)).toBe('Viewed the request list: 50');
});

test('a sign-in does not repeat the name of the actor', () => {
  const signedIn = row({
    event: 'session.signed_in',
    object: { type: 'person', id: 'p', label: 'Dana Ospanova' },
    fields: [],
  });
  expect(whatWords(signedIn, en)).toBe('Signed in');
});

test('an unknown event of a later release is shown by its code', () => {
  expect(whatWords(row({ event: null, code: 'ZZ999', fields: [] }), en)).toBe('ZZ999 · NP-2026-000861');
});

test('the accessible name of a row is one sentence', () => {
  expect(eventRowName(row({}), en).replaceAll('\u00a0', ' ')).toBe(
    '02.11.2026 11:02:31, Dana Ospanova, Revealed: Phone · NP-2026-000861, Confirm identity, done',
  );
});

test('a refusal shows the attempted action and the reason', () => {
  const body = JSON.stringify({ v: 1, data: { action: 'request.take', why: 'track', code: 'forbidden' } });
  expect(bodyDetails(body, en, () => null).details).toEqual([
    { name: 'Attempted', value: 'Take' },
    { name: 'Why', value: 'Your role does not work on requests of this type.' },
    { name: 'Answer', value: 'You do not have the right to do this.' },
  ]);
});

test('changed roles and colleagues are shown by name, keys of another version not at all', () => {
  const body = JSON.stringify({
    data: { before: 'support', after: 'support,manager', to: 'p-1', bytes: 1200, to_come: 1 },
  });
  expect(bodyDetails(body, en, (id) => (id === 'p-1' ? 'Dana' : null))).toMatchObject({
    changes: [{ removed: '', added: 'Manager' }],
    details: [
      { name: 'Is', value: 'Dana' },
      { name: 'Size, bytes', value: '1,200' },
    ],
  });
});

test.each([
  [{ from: 'contact', to: 'deletion' }, [{ removed: 'Feedback', added: 'Data deletion' }]],
  [{ from: null, to: 'p-1' }, [{ removed: '', added: 'Dana' }]],
  [
    { before: 'support,manager', after: 'manager,auditor' },
    [{ removed: 'Support specialist', added: 'Auditor' }],
  ],
  [{ before: 'support', after: 'support' }, []],
  [{ from: '2026-11-01' }, []],
])('a change shows the removed and the added value: %j', (data, changes) => {
  const body = JSON.stringify({ data });
  expect(bodyDetails(body, en, (id) => (id === 'p-1' ? 'Dana' : null)).changes).toEqual(changes);
});

test.each([
  ['from', '2026-11-01', '01.11.2026'],
  ['act_by', '2026-11-02 2026-11-09', '02.11.2026 → 09.11.2026'],
  ['days', '+2026-03-09 -2026-03-10', '+09.03.2026 -10.03.2026'],
  ['calendar', 'kz-2026-11-01', 'kz-2026-11-01'],
])('days are printed as days: %s %s', (key, value, text) => {
  expect(bodyDetails(JSON.stringify({ data: { [key]: value } }), en, () => null).details[0]?.value).toBe(
    text,
  );
});

test.each([null, 'not json', '[]'])('a record that cannot be read has no details: %s', (body) => {
  expect(bodyDetails(body, en, () => null)).toEqual({ changes: [], details: [], targets: 0, sealed: false });
});

test('the record is shown indented, or unchanged if it is not JSON', () => {
  expect([prettyBody('{"a":1}'), prettyBody('x')]).toEqual(['{\n  "a": 1\n}', 'x']);
});
