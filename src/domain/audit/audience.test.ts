import { expect, it } from 'vitest';
import { holds } from '../access/can.ts';
import { roles } from '../access/roles.ts';
import { readableEvents } from './audience.ts';
import { AUDIT_EVENTS } from './events.ts';

it('gives a part of the log to exactly the roles that may read it', () => {
  for (const role of roles) {
    const readable = readableEvents({ id: '', roles: [role] });
    expect([role, readable === 'all' || readable.length > 0]).toEqual([role, holds([role], 'audit.list')]);
  }
});

it('shows an administrator system and security events, no work on requests', () => {
  const readable = readableEvents({ id: '', roles: ['administrator'] });
  const retentions = readable === 'all' ? [] : readable.map((event) => AUDIT_EVENTS[event].retention);
  expect([...new Set(retentions)].toSorted()).toEqual(['security', 'system']);
});

it('shows everything to an administrator who is also an officer', () => {
  expect(readableEvents({ id: '', roles: ['administrator', 'privacy_officer'] })).toBe('all');
});
