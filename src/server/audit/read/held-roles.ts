/** Derives who held which role, when and granted by whom, from the bodies of staff events. */
import type { HeldRole } from '#contract/audit-yearly.ts';
import { roles as knownRoles, type Role } from '#domain/access/roles.ts';
import { AUDIT_EVENTS, type AuditEvent, eventOfCode } from '#domain/audit/events.ts';
import { roleHistory, type StaffEvent } from '#domain/audit/role-history.ts';
import type { CivilDate } from '#domain/time/civil.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { namedThen, namesThen } from '#server/staff/names/former-names.ts';

type Env = { tx: Tx; ports: Pick<Ports, 'vault'> };

/**
 * Returns the held roles, ordered by the holder's name, then by time. The holder bears today's name, so that one person
 * stays one person in the list; who granted and ended a role is named as then.
 */
export async function heldRoles(env: Env, today: CivilDate): Promise<HeldRole[]> {
  const { tx } = env;
  const people = await tx
    .selectFrom('person')
    .select(['id', 'name', 'roles', 'created_at', 'disabled_at', 'ends_on'])
    .orderBy('name')
    .orderBy('id')
    .execute();
  const nameOf = new Map(people.map(({ id, name }) => [id, { id, name }]));
  const then = await namesThen(env);
  const named = (id: string | null, at: string | null) => {
    const person = id === null ? null : (nameOf.get(id) ?? null);
    return at === null ? person : namedThen(then, person, at);
  };
  const holders = people.map((person) => ({
    id: person.id,
    roles: person.roles,
    createdAt: person.created_at,
    disabled: person.disabled_at !== null,
    endsOn: person.ends_on,
  }));
  return roleHistory(holders, await staffEvents(tx), today).flatMap((held) => {
    const person = named(held.person, null);
    if (!person) return [];
    const [grantedBy, endedBy] = [named(held.grantedBy, held.from), named(held.endedBy, held.to)];
    return [{ ...held, person, grantedBy, endedBy }];
  });
}

const KIND_OF = {
  'staff.invited': 'invited',
  'staff.changed': 'changed',
  'staff.disabled': 'disabled',
  'staff.enabled': 'enabled',
} as const satisfies Partial<Record<AuditEvent, StaffEvent['kind']>>;
const TOLD = Object.keys(KIND_OF) as (keyof typeof KIND_OF)[];

/** Returns staff events, oldest first, without those that changed no role. */
async function staffEvents(tx: Tx): Promise<readonly StaffEvent[]> {
  const rows = await tx
    .selectFrom('audit_event')
    .select(['at', 'actor', 'code', 'object_ref', 'body'])
    .where(
      'code',
      'in',
      TOLD.map((name) => AUDIT_EVENTS[name].code),
    )
    .where('outcome', '=', 'success')
    .where('object_ref', 'is not', null)
    .orderBy('seq')
    .execute();
  return rows.flatMap((row): readonly StaffEvent[] => {
    const name = TOLD.find((each) => each === eventOfCode(row.code));
    if (!name) return [];
    const about = { at: row.at, person: row.object_ref ?? '', by: row.actor };
    // A pruned event has no body, so the roles in it are unknown.
    const { data = {} }: { data?: Record<string, unknown> } = row.body === null ? {} : JSON.parse(row.body);
    const kind = KIND_OF[name];
    if (kind === 'invited') return [{ ...about, kind, roles: rolesIn(data.roles) }];
    if (kind !== 'changed') return [{ ...about, kind }];
    if (data.before === undefined) return [];
    return [{ ...about, kind, before: rolesIn(data.before), after: rolesIn(data.after) }];
  });
}

/** `support,manager`, as the events of staff write them. */
function rolesIn(text: unknown): readonly Role[] {
  const names = typeof text === 'string' ? text.split(',') : [];
  return knownRoles.filter((role) => names.includes(role));
}
