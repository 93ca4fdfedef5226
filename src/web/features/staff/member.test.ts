import { expect, test } from 'vitest';
import type { StaffMember } from '#contract/staff.ts';
import { translator } from '#i18n/translator.ts';
import { changesIn, faultsIn, valuesOf } from './member-values.ts';
import { linkWords, memberRowName, staffTitle } from './member-words.ts';

const TODAY = '2026-11-22';
const en = translator('en');

const member = (more: Partial<StaffMember> = {}): StaffMember => ({
  id: '0190a0a0-0000-7000-8000-000000000001',
  name: 'Dana Ospanova',
  email: 'dana@desk.example',
  roles: ['support'],
  state: 'active',
  endsOn: null,
  lastSeenAt: null,
  invitedUntil: null,
  openRequests: 0,
  me: false,
  version: 3,
  ...more,
});
const values = (more: Partial<StaffMember> = {}) => valuesOf(member(more), en.format);

test('an untouched form has no changes', () => {
  const ending = { endsOn: '2027-01-31' };
  expect(changesIn(values(ending), member(ending), TODAY)).toEqual({});
});

test('only changed fields are sent', () => {
  expect(changesIn({ ...values(), name: ' Dana Saparova ' }, member(), TODAY)).toEqual({
    name: 'Dana Saparova',
  });
});

test('the same roles in another order are the same roles', () => {
  const both = member({ roles: ['manager', 'support'] });
  expect(changesIn({ ...values(), roles: ['support', 'manager'] }, both, TODAY)).toEqual({});
});

test('clearing the last day removes it', () => {
  expect(changesIn(values(), member({ endsOn: '2027-01-31' }), TODAY)).toEqual({ endsOn: null });
});

test('an auditor beside any other role is refused before it is sent', () => {
  expect(faultsIn({ ...values(), roles: ['auditor', 'manager'] }, TODAY, en)).toEqual({
    roles: 'Nobody may hold these roles together.',
  });
});

test.each([
  ['31.02.2027', 'Not in the right format.'],
  ['21.11.2026', 'This day is past.'],
  ['22.11.2026', undefined],
  ['31.01', undefined],
  ['', undefined],
])('the last day "%s"', (endsOn, fault) => {
  expect(faultsIn({ ...values(), endsOn }, TODAY, en).endsOn).toBe(fault);
});

test('the title leaves out counts of zero', () => {
  expect(staffTitle([member(), member({ state: 'invited' }), member()], en)).toBe(
    'Active staff: 2. Invited: 1.',
  );
});

test('the accessible name of a row holds name, roles and state', () => {
  expect(memberRowName(member({ me: true, roles: ['support', 'manager'] }), en)).toBe(
    'Dana Ospanova, you, Support specialist, Manager, Active',
  );
});

test('an expired link is described as expired', () => {
  const link = member({ invitedUntil: '2026-11-22T10:00:00Z' });
  const said = (now: string) => linkWords(link, Temporal.Instant.from(now), en)?.replaceAll('\u00a0', ' ');
  expect([said('2026-11-22T09:59:00Z'), said('2026-11-22T10:00:00Z')]).toEqual([
    'the link is valid until 22.11.2026 15:00',
    'the link expired on 22.11.2026 15:00',
  ]);
});
