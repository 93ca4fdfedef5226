import { describe, expect, it } from 'vitest';
import { ACTIONS, type Action, actions } from './actions.ts';
import { can, scopeOf } from './can.ts';
import type { RequestFacts } from './conditions.ts';
import { type Role, roles } from './roles.ts';

const person = (...held: Role[]) => ({ id: 'me', roles: held });
const facts = (more: Partial<RequestFacts> = {}): RequestFacts => ({
  type: 'contact',
  status: 'in_progress',
  assigneeId: 'me',
  proposerId: null,
  approved: false,
  blocked: false,
  ...more,
});

describe('can', () => {
  it('denies every action that names roles to a person without a role', () => {
    const open = actions.filter((action) => can(person(), action, facts()).ok);
    expect(open.length).toBeGreaterThan(0);
    expect(open.filter((action) => typeof ACTIONS[action].who !== 'string')).toEqual([]);
  });

  it('reports a missing role before it checks the request', () => {
    expect(can(person('auditor'), 'request.take', facts())).toEqual({ ok: false, why: 'role' });
  });

  it('denies support a request outside its track', () => {
    expect(can(person('support'), 'request.take', facts({ type: 'deletion' }))).toEqual({
      ok: false,
      why: 'track',
    });
  });

  it('denies approval to the person who proposed the decision', () => {
    const waiting = facts({ type: 'deletion', status: 'awaiting_approval', proposerId: 'me' });
    expect(can(person('privacy_officer'), 'decision.approve', waiting)).toEqual({
      ok: false,
      why: 'not_proposer',
    });
    expect(can(person('privacy_officer'), 'decision.approve', { ...waiting, proposerId: 'other' })).toEqual({
      ok: true,
    });
  });

  it('lets only a privacy officer work on a blocked record', () => {
    const blocked = facts({ type: 'blocking', blocked: true });
    const working: Action[] = ['request.inform', 'request.close', 'decision.propose', 'request.note'];
    expect(working.filter((action) => !can(person('privacy_officer'), action, blocked).ok)).toEqual([]);
    expect(can(person('manager'), 'request.assign', blocked)).toEqual({ ok: false, why: 'blocked' });
    expect(can(person('support'), 'request.compare', blocked)).toEqual({ ok: false, why: 'blocked' });
    expect(can(person('support'), 'request.call_note', blocked)).toEqual({ ok: true });
  });

  it('gives a person with two roles the union of both', () => {
    expect(can(person('support', 'manager'), 'request.assign', facts({ type: 'deletion' }))).toEqual({
      ok: true,
    });
    expect(scopeOf(person('support', 'manager'), 'request.list')).toEqual({ tracks: ['support', 'officer'] });
  });

  it.each(roles)('lists for %s exactly the tracks that can() allows', (role) => {
    const scope = scopeOf(person(role), 'request.list');
    const tracks = scope === 'none' ? [] : scope.tracks;
    expect(tracks.includes('support')).toBe(can(person(role), 'request.list', facts()).ok);
    expect(tracks.includes('officer')).toBe(
      can(person(role), 'request.list', facts({ type: 'deletion' })).ok,
    );
  });
});
