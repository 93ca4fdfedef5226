/** Routes that list, change, disable and enable staff. A person cannot change their own rights. */
import type { Endpoint } from '#contract/endpoint.ts';
import { changeStaff, disableStaff, enableStaff, listStaff, listStaffNames } from '#contract/staff.ts';
import { holds } from '#domain/access/can.ts';
import type { Fact } from '#server/audit/record/record.ts';
import { affecting } from '#server/db/affecting.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import { type Context, type Route, route } from '#server/http/serve.ts';
import { revokeLinks, revokeLinksMadeBy } from '#server/session/links.ts';
import { encryptedChange, encryptedDetail } from '#server/session/session-facts.ts';
import { endSessionsOf } from '#server/session/sessions.ts';
import { standingOf } from '#server/session/standing.ts';
import { keepFormerName } from '#server/staff/names/former-names.ts';
import { alarms, combinable, holdPerson, memberOf, requireManager, staleAnswer } from './held.ts';
import { inviteRoutes } from './invite-routes.ts';
import { staffMembers } from './queries.ts';
import { recoveryRoutes } from './recovery-routes.ts';

type Env = Pick<Context<Endpoint>, 'tx' | 'ports' | 'now' | 'today'>;
/**
 * Releases the open requests that the person may not hold any more: returns an event for each, their ids, and how many a
 * job will release. Passed in, because this folder must not import requests.
 */
export type Release = (
  env: Env,
  personId: string,
) => Promise<{ facts: readonly Fact[]; ids: readonly string[]; left: number }>;

export const staffRoutes = (release: Release): readonly Route[] => [
  route(listStaff, async ({ tx, actor, today }) => {
    const items = await staffMembers(tx, { id: actor.id, today });
    return {
      body: { items: [...items], next: null },
      facts: [{ event: 'staff.listed', count: items.length }],
    };
  }),

  route(listStaffNames, async ({ tx, today }) => {
    const people = await tx
      .selectFrom('person')
      .select(['id', 'name', 'roles', 'disabled_at', 'ends_on', 'password_hash'])
      .orderBy('name')
      .orderBy('id')
      .execute();
    const items = people.map((person) => ({
      id: person.id,
      name: person.name,
      roles: person.roles,
      active: standingOf(person, today) === 'active',
    }));
    return { body: { items, next: null }, facts: [] };
  }),

  ...inviteRoutes,
  ...recoveryRoutes,

  route(changeStaff, async (context) => {
    const { tx, ports, now, input, today } = context;
    const row = await holdPerson(context, input.params.id);
    const stale = await staleAnswer(context, row);
    if (stale) return stale;
    const { name, endsOn } = input.body;
    const roles = input.body.roles ? combinable(input.body.roles) : row.roles;
    const granted = [...new Set(roles).difference(new Set(row.roles))];
    const rolesChange = granted.length > 0 || roles.length !== row.roles.length;
    const endChanges = endsOn !== undefined && endsOn !== row.ends_on;
    refuseOwnRights(context, row.id, rolesChange ? '/roles' : endChanges ? '/endsOn' : null);
    if (endChanges && endsOn !== null && endsOn < today)
      throw new Refusal('validation_failed', { errors: [{ pointer: '/endsOn', code: 'too_old' }] });
    await affecting(
      1,
      tx
        .updateTable('person')
        .set({
          roles,
          version: row.version + 1,
          ...(name === undefined ? {} : { name }),
          ...(endsOn === undefined ? {} : { ends_on: endsOn }),
        })
        .where('id', '=', row.id),
    );
    const renamed = name !== undefined && name !== row.name;
    if (renamed) await keepFormerName(context, row);
    // New roles apply from the next sign-in, so that no session continues with the former ones.
    if (rolesChange) {
      await endSessionsOf(tx, row.id);
      await revokeLinksMadeBy(tx, row.id, now);
    }
    await requireManager(context);
    const released = rolesChange ? await release(context, row.id) : NONE;
    return {
      body: await memberOf(context, row.id),
      facts: [
        {
          event: 'staff.changed',
          object: { type: 'person', id: row.id },
          fields: Object.keys(input.body),
          ...(rolesChange || endChanges
            ? {
                data: {
                  ...(rolesChange ? { before: row.roles.join(','), after: roles.join(',') } : {}),
                  ...(endChanges ? { endedOn: row.ends_on, endsOn } : {}),
                  ...countsOf(released),
                },
              }
            : {}),
          ...(renamed ? { detail: encryptedChange(ports.vault, { name: [row.name, name] }, now) } : {}),
        },
        ...alarms(row.id, granted),
        ...released.facts,
      ],
      live: changed(released),
    };
  }),

  route(disableStaff, async (context) => {
    const { tx, ports, now, input } = context;
    const row = await holdPerson(context, input.params.id);
    const stale = await staleAnswer(context, row);
    if (stale) return stale;
    refuseOwnRights(context, row.id, '');
    const heir = input.body.handTo ?? null;
    if (heir !== null && !(await mayTakeOver(context, heir, row.id))) throw fault('/handTo', 'unknown_value');
    await setDisabled(context, row, { disabled_at: row.disabled_at ?? now.toString(), hands_to: heir });
    const ended = await endSessionsOf(tx, row.id);
    await revokeLinks(tx, 'invitation', row.id, now);
    await revokeLinks(tx, 'recovery', row.id, now);
    await revokeLinksMadeBy(tx, row.id, now);
    await requireManager(context);
    const released = await release(context, row.id);
    return {
      body: await memberOf(context, row.id),
      facts: [
        {
          event: 'staff.disabled',
          object: { type: 'person', id: row.id },
          data: { sessions: ended, ...(heir === null ? {} : { to: heir }), ...countsOf(released) },
          detail: encryptedDetail(ports.vault, JSON.stringify({ reason: input.body.reason }), now),
        },
        ...released.facts,
      ],
      live: changed(released),
    };
  }),

  route(enableStaff, async (context) => {
    const row = await holdPerson(context, context.input.params.id);
    const stale = await staleAnswer(context, row);
    if (stale) return stale;
    if (row.disabled_at !== null) await setDisabled(context, row, { disabled_at: null, hands_to: null });
    return {
      body: await memberOf(context, row.id),
      facts: [
        { event: 'staff.enabled', object: { type: 'person', id: row.id } },
        ...(row.disabled_at === null ? [] : alarms(row.id, row.roles)),
      ],
    };
  }),
];

type AnyContext = Pick<Context<typeof disableStaff>, 'tx' | 'actor'>;
type Released = Awaited<ReturnType<Release>>;

const NONE: Released = { facts: [], ids: [], left: 0 };

function countsOf({ ids, left }: Released) {
  return { ...(ids.length > 0 ? { requests: ids.length } : {}), ...(left > 0 ? { left } : {}) };
}

function changed({ ids }: Released) {
  return ids.map((id) => ({ id, change: 'changed' as const }));
}

/** Whether the colleague can sign in today and works on requests of some track. */
async function mayTakeOver(
  { tx, today }: Pick<Env, 'tx' | 'today'>,
  id: string,
  from: string,
): Promise<boolean> {
  if (id === from) return false;
  const person = await tx
    .selectFrom('person')
    .select(['roles', 'disabled_at', 'ends_on', 'password_hash'])
    .where('id', '=', id)
    .executeTakeFirst();
  return (
    person !== undefined && standingOf(person, today) === 'active' && holds(person.roles, 'request.take')
  );
}

/** Refuses and logs an attempt to change one's own rights, because that is how a hijacked account would extend them. */
function refuseOwnRights({ actor }: AnyContext, id: string, pointer: string | null): void {
  if (pointer === null || id !== actor.id) return;
  throw new Refusal('validation_failed', {
    errors: [{ pointer, code: 'own_role' }],
    audited: true,
    object: { type: 'person', id },
  });
}

async function setDisabled(
  { tx }: AnyContext,
  row: { id: string; version: number },
  set: { disabled_at: string | null; hands_to: string | null },
): Promise<void> {
  await affecting(
    1,
    tx
      .updateTable('person')
      .set({ ...set, version: row.version + 1 })
      .where('id', '=', row.id),
  );
}
