/** May this person do this, here, now? The answer carries the why: tooltip of the disabled button and text of the 403. */

import type { Track } from '#domain/request/types.ts';
import { trackOf } from '#domain/request/types.ts';
import type { Grant } from './actions/row.ts';
import { type Action, actionRow } from './actions.ts';
import {
  type Actor,
  type Budgets,
  type Condition,
  failing,
  type RequestFacts,
  UNSPENT,
} from './conditions.ts';
import type { Role } from './roles.ts';

export type Why = 'role' | 'track' | 'status' | 'blocked' | Condition;
export type Verdict = { ok: true } | { ok: false; why: Why };

/** What anybody else may still do with a blocked record: see that it is there and pass on a caller's words. */
const ON_BLOCKED: readonly Action[] = [
  'request.list',
  'request.open',
  'request.trail',
  'request.export_case',
  'audit.person_trail',
  'request.call_note',
];
/** Who holds this may work on a blocked record: the officer alone, who must be able to finish it. */
const OFFICERS_MARK: Action = 'request.record_step';

/** The verdict for an action, about one request where the action is about one; denies by default. */
export function can(actor: Actor, action: Action, facts?: RequestFacts, budgets: Budgets = UNSPENT): Verdict {
  const row = actionRow(action);
  if (row.who === 'anyone' || row.who === 'everyone') return { ok: true };
  const grants = grantsOf(actor, action);
  if (grants.length === 0) return { ok: false, why: 'role' };
  if (!facts) return { ok: true };
  const track = trackOf(facts.type);
  const here = grants.filter((grant) => !grant.tracks || grant.tracks.includes(track));
  if (here.length === 0) return { ok: false, why: 'track' };
  if (row.statuses && !row.statuses.includes(facts.status)) return { ok: false, why: 'status' };
  if (facts.blocked && !ON_BLOCKED.includes(action) && grantsOf(actor, OFFICERS_MARK).length === 0)
    return { ok: false, why: 'blocked' };
  const faults = here.map((grant) => failing(grant.when ?? [], actor, facts, budgets));
  const [first] = faults;
  return faults.includes(null) || !first ? { ok: true } : { ok: false, why: first };
}

/** The rows a list may show: SCOPES as data, translated to SQL in one place. */
export type Scope = { tracks: readonly Track[] } | 'none';

export function scopeOf(actor: Actor, action: Action): Scope {
  const grants = grantsOf(actor, action);
  if (grants.length === 0) return 'none';
  if (grants.some((grant) => !grant.tracks)) return { tracks: ['support', 'officer'] };
  return { tracks: [...new Set(grants.flatMap((grant) => grant.tracks ?? []))] };
}

/** Whether any role at all gives the action: what a menu asks. */
export function holds(heldRoles: readonly Role[], action: Action): boolean {
  return can({ id: '', roles: heldRoles }, action).ok;
}

function grantsOf(actor: Actor, action: Action): readonly Grant[] {
  const { who } = actionRow(action);
  if (who === 'anyone' || who === 'everyone') return [{}];
  return actor.roles.flatMap((role) => who[role] ?? []);
}
