import { expect, test } from 'vitest';
import { type Held, type Holder, roleHistory, type StaffEvent } from './role-history.ts';

const TODAY = '2026-11-22';
const holder = (more: Partial<Holder> = {}): Holder => ({
  id: 'p',
  roles: ['support'],
  createdAt: '2026-01-01T00:00:00Z',
  disabled: false,
  endsOn: null,
  ...more,
});
const invited = (roles: Extract<StaffEvent, { kind: 'invited' }>['roles']): StaffEvent => ({
  kind: 'invited',
  at: '2026-01-01T00:00:00Z',
  person: 'p',
  by: 'admin',
  roles,
});
const at = (day: string) => ({ at: `${day}T05:00:00Z`, person: 'p' });
const lines = (rows: readonly Held[]) =>
  rows.map(
    ({ role, from, to, grantedBy, endedBy, inLog }) =>
      `${role} ${from.slice(0, 10)}–${to?.slice(0, 10) ?? ''} ${grantedBy ?? '?'}/${endedBy ?? '?'}${inLog ? '' : ' not in the log'}`,
  );

test('a role is held from the invitation', () => {
  expect(lines(roleHistory([holder()], [invited(['support'])], TODAY))).toEqual([
    'support 2026-01-01– admin/?',
  ]);
});

test('a change ends the roles it removes and begins the roles it adds', () => {
  const change: StaffEvent = {
    ...at('2026-03-01'),
    kind: 'changed',
    by: 'boss',
    before: ['support', 'manager'],
    after: ['support', 'privacy_officer'],
  };
  const rows = roleHistory(
    [holder({ roles: ['support', 'privacy_officer'] })],
    [invited(['support', 'manager']), change],
    TODAY,
  );
  expect(lines(rows)).toEqual([
    'support 2026-01-01– admin/?',
    'manager 2026-01-01–2026-03-01 admin/boss',
    'privacy_officer 2026-03-01– boss/?',
  ]);
});

test('a disabled person holds no role, and the earlier ones again once enabled', () => {
  const rows = roleHistory(
    [holder()],
    [
      invited(['support']),
      { ...at('2026-02-01'), kind: 'disabled', by: 'boss' },
      { ...at('2026-04-01'), kind: 'enabled', by: 'boss' },
    ],
    TODAY,
  );
  expect(lines(rows)).toEqual(['support 2026-01-01–2026-02-01 admin/boss', 'support 2026-04-01– boss/?']);
});

test('roles changed while a person is disabled begin when the person is enabled', () => {
  const rows = roleHistory(
    [holder({ roles: ['manager'] })],
    [
      invited(['support']),
      { ...at('2026-02-01'), kind: 'disabled', by: 'boss' },
      { ...at('2026-03-01'), kind: 'changed', by: 'boss', before: ['support'], after: ['manager'] },
      { ...at('2026-04-01'), kind: 'enabled', by: 'boss' },
    ],
    TODAY,
  );
  expect(lines(rows)).toEqual(['support 2026-01-01–2026-02-01 admin/boss', 'manager 2026-04-01– boss/?']);
});

test('an account holds no role after its last day', () => {
  const rows = roleHistory([holder({ endsOn: '2026-06-30' })], [invited(['support'])], TODAY);
  // The day ends at midnight in Almaty.
  expect(rows[0]?.to).toBe('2026-06-30T19:00:00Z');
});

test('a role that no event granted is marked as not in the log', () => {
  const rows = roleHistory([holder({ roles: ['support', 'auditor'] })], [invited(['support'])], TODAY);
  expect(lines(rows)).toEqual(['support 2026-01-01– admin/?', 'auditor 2026-01-01– ?/? not in the log']);
});

test('the first people hold their roles from the beginning, without a grant in the log', () => {
  const change: StaffEvent = {
    ...at('2026-03-01'),
    kind: 'changed',
    by: 'boss',
    before: ['administrator'],
    after: [],
  };
  expect(lines(roleHistory([holder({ roles: [] })], [change], TODAY))).toEqual([
    'administrator 2026-01-01–2026-03-01 ?/boss not in the log',
  ]);
});
