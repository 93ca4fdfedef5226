/** Steps shared by changes of staff: lock the row, check the version, and check the rules that must always hold. */
import type { Endpoint } from '#contract/endpoint.ts';
import type { StaffMember } from '#contract/staff.ts';
import { ALARMING_ROLES, conflictingRoles, type Role } from '#domain/access/roles.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { notFound, Refusal } from '#server/http/refusal.ts';
import type { Context, Refused } from '#server/http/serve.ts';
import { managers } from '#server/session/managing.ts';
import { staffMembers } from './queries.ts';

type AnyContext = Pick<Context<Endpoint>, 'tx' | 'actor' | 'today' | 'version'>;

/** Returns the row, locked until the transaction ends. Throws 404. */
export async function holdPerson({ tx }: AnyContext, id: string) {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The 412 with the current member, logged as a read; null when the version is current. */
export async function staleAnswer(
  context: AnyContext,
  row: { id: string; version: number },
): Promise<Refused | null> {
  if (row.version === context.version) return null;
  const current = await memberOf(context, row.id);
  return {
    refusal: new Refusal('stale_version', { current }),
    facts: [{ event: 'staff.listed', targets: [row.id], count: 1 }],
  };
}

export async function memberOf({ tx, actor, today }: AnyContext, id: string): Promise<StaffMember> {
  const [member] = await staffMembers(tx, { id: actor.id, today }, id);
  if (!member) throw notFound();
  return member;
}

/** Refuses a change after which no person could change staff. Called after the change, in its transaction. */
export async function requireManager({ tx, today }: AnyContext): Promise<void> {
  if ((await managers(tx, today, true)).length === 0)
    throw new Refusal('not_possible', { why: 'last_administrator' });
}

/** Returns each role once. Throws 400 `role_conflict` when two of them exclude each other. */
export function combinable(given: readonly Role[]): Role[] {
  const distinct = [...new Set(given)];
  if (conflictingRoles(distinct).length > 0)
    throw new Refusal('validation_failed', { errors: [{ pointer: '/roles', code: 'role_conflict' }] });
  return distinct;
}

/** The additional alarm event when a person is granted a role whose misuse does most harm; empty for other roles. */
export function alarms(personId: string, granted: readonly Role[]): readonly Fact[] {
  const alarming = granted.filter((role) => ALARMING_ROLES.includes(role));
  if (alarming.length === 0) return [];
  return [
    {
      event: 'staff.alarming_role_granted',
      object: { type: 'person', id: personId },
      data: { roles: alarming.join(',') },
    },
  ];
}
