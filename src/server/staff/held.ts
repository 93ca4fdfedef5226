/** One member of staff held for a change: found, current, and checked against what must always be true. */
import type { Endpoint } from '#contract/endpoint.ts';
import type { StaffMember } from '#contract/staff.ts';
import { ALARMING_ROLES, conflictingRoles, type Role } from '#domain/access/roles.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { notFound, Refusal } from '#server/http/refusal.ts';
import type { Context, Refused } from '#server/http/serve.ts';
import { managers } from '#server/session/managing.ts';
import { staffMembers } from './queries.ts';

type AnyContext = Pick<Context<Endpoint>, 'tx' | 'actor' | 'today' | 'version'>;

/** The row, locked. Throws 404. */
export async function holdPerson({ tx }: AnyContext, id: string) {
  const row = await tx.selectFrom('person').selectAll().where('id', '=', id).forUpdate().executeTakeFirst();
  if (!row) throw notFound();
  return row;
}

/** The 412 with the member as he is now, logged as the reading it is; null when the version is current. */
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

/** Somebody must stay who can run the system. Called after the change, inside its transaction. */
export async function requireManager({ tx, today }: AnyContext): Promise<void> {
  if ((await managers(tx, today, true)).length === 0)
    throw new Refusal('not_possible', { why: 'last_administrator' });
}

/** Each role once, or the refusal that names the ones that exclude each other. */
export function combinable(given: readonly Role[]): Role[] {
  const distinct = [...new Set(given)];
  if (conflictingRoles(distinct).length > 0)
    throw new Refusal('validation_failed', { errors: [{ pointer: '/roles', code: 'role_conflict' }] });
  return distinct;
}

/** The extra event for a new holder of a role whose misuse would be worst. */
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
