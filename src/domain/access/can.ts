/**
 * Decides whether a person may perform an action on a request. A refusal carries its reason, which becomes the tooltip
 * of the disabled button and the text of the 403.
 */

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

/** What other roles may still do with a blocked record: see that it exists, read its trail and add a call note. */
const ON_BLOCKED: readonly Action[] = [
  'request.list',
  'request.open',
  'request.follow',
  'request.trail',
  'request.export_case',
  'audit.person_trail',
  'request.call_note',
];
/** Only the privacy officer holds this action. It marks the role that may work on a blocked record and finish it. */
const OFFICERS_MARK: Action = 'request.record_step';

/**
 * Returns the verdict for an action, on one request where `facts` is given; denies by default. The checks run in the
 * order role, track, status, blocked, conditions, and the first that fails is the reason.
 */
export function can(actor: Actor, action: Action, facts?: RequestFacts, budgets: Budgets = UNSPENT): Verdict {
  const row = actionRow(action);
  if (row.who === 'anyone' || row.who === 'everyone') return { ok: true };
  const grants = grantsOf(actor, action);
  if (grants.length === 0) return { ok: false, why: 'role' };
  // Without a request only the role can be checked: menus and routes ask before one is loaded.
  if (!facts) return { ok: true };
  const track = trackOf(facts.type);
  const here = grants.filter((grant) => !grant.tracks || grant.tracks.includes(track));
  if (here.length === 0) return { ok: false, why: 'track' };
  if (row.statuses && !row.statuses.includes(facts.status)) return { ok: false, why: 'status' };
  if (facts.blocked && !ON_BLOCKED.includes(action) && grantsOf(actor, OFFICERS_MARK).length === 0)
    return { ok: false, why: 'blocked' };
  // The grants of several roles are a union, so one grant whose conditions all hold is enough.
  const faults = here.map((grant) => failing(grant.when ?? [], actor, facts, budgets));
  const [first] = faults;
  return faults.includes(null) || !first ? { ok: true } : { ok: false, why: first };
}

/** The requests a list may show, as data; one function translates it to SQL. */
export type Scope = { tracks: readonly Track[] } | 'none';

/** Returns the union of the tracks of the actor's grants, or `none` without a grant. */
export function scopeOf(actor: Actor, action: Action): Scope {
  const grants = grantsOf(actor, action);
  if (grants.length === 0) return 'none';
  if (grants.some((grant) => !grant.tracks)) return { tracks: ['support', 'officer'] };
  return { tracks: [...new Set(grants.flatMap((grant) => grant.tracks ?? []))] };
}

/** Whether one of the roles grants the action on some request; menus use it. */
export function holds(heldRoles: readonly Role[], action: Action): boolean {
  return can({ id: '', roles: heldRoles }, action).ok;
}

function grantsOf(actor: Actor, action: Action): readonly Grant[] {
  const { who } = actionRow(action);
  if (who === 'anyone' || who === 'everyone') return [{}];
  return actor.roles.flatMap((role) => who[role] ?? []);
}
