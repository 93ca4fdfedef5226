/** Invitations: a one-time link that the administrator hands over; the person chooses the password. */
import { inviteStaff, reinviteStaff, revokeInvitation } from '#contract/staff.ts';
import { GUARDED_ROLES } from '#domain/access/roles.ts';
import { signInAddress } from '#domain/access/sign-in-address.ts';
import { ConstraintViolation } from '#server/db/faults.ts';
import { fault, Refusal } from '#server/http/refusal.ts';
import { type Route, route } from '#server/http/serve.ts';
import { makeLink, revokeLinks } from '#server/session/links.ts';
import { encryptedChange } from '#server/session/session-facts.ts';
import { standingOf } from '#server/session/standing.ts';
import { alarms, combinable, holdPerson, memberOf } from './held.ts';
import { requireDecider } from './recovery-routes.ts';

export const inviteRoutes: readonly Route[] = [
  route(inviteStaff, async (context) => {
    const { tx, ports, now, actor, today, input } = context;
    const { name, email, endsOn = null } = input.body;
    const roles = combinable(input.body.roles);
    if (endsOn !== null && endsOn < today) throw fault('/endsOn', 'too_old');
    const id = ports.newId();
    const person = {
      id,
      name,
      email: signInAddress(email),
      roles,
      ends_on: endsOn,
      disabled_at: null,
      password_hash: null,
      last_seen_at: null,
      created_at: now.toString(),
    };
    try {
      await tx.insertInto('person').values(person).execute();
    } catch (error) {
      if (error instanceof ConstraintViolation)
        throw new Refusal('conflict', { errors: [{ pointer: '/email', code: 'already_used' }] });
      throw error;
    }
    const { link, validUntil } = await makeLink({ tx, ports, now }, 'invitation', id, actor.id);
    return {
      body: {
        member: await memberOf(context, id),
        link,
        validUntil: validUntil.toString(),
        unconfirmed: false,
      },
      facts: [
        {
          event: 'staff.invited',
          object: { type: 'person', id },
          data: { roles: roles.join(','), endsOn },
          detail: encryptedChange(ports.vault, { name, email: person.email }, now),
        },
        ...alarms(id, roles),
      ],
    };
  }),

  // Also for a forgotten password. A recovery link gives access to the account, so it alarms like a grant of its roles,
  // and for a powerful one it waits for a second person. One's own password is changed with the present one instead.
  route(reinviteStaff, async (context) => {
    const { tx, ports, now, actor, today, input } = context;
    const person = await holdPerson(context, input.params.id);
    const standing = standingOf(person, today);
    if (standing !== 'invited' && standing !== 'active') throw new Refusal('not_possible', { why: standing });
    const kind = standing === 'invited' ? 'invitation' : 'recovery';
    if (person.id === actor.id)
      throw new Refusal('not_possible', {
        why: 'own_link',
        audited: true,
        object: { type: 'person', id: person.id },
      });
    const unconfirmed = kind === 'recovery' && person.roles.some((role) => GUARDED_ROLES.includes(role));
    if (unconfirmed) await requireDecider(context, person.id);
    const { link, validUntil } = await makeLink({ tx, ports, now }, kind, person.id, actor.id, {
      unconfirmed,
    });
    return {
      body: {
        member: await memberOf(context, person.id),
        link,
        validUntil: validUntil.toString(),
        unconfirmed,
      },
      facts: [
        { event: 'staff.reinvited', object: { type: 'person', id: person.id }, data: { kind, unconfirmed } },
        ...(kind === 'recovery' ? alarms(person.id, person.roles) : []),
      ],
    };
  }),

  route(revokeInvitation, async (context) => {
    const { tx, now, input } = context;
    const { id } = await holdPerson(context, input.params.id);
    const count =
      (await revokeLinks(tx, 'invitation', id, now)) + (await revokeLinks(tx, 'recovery', id, now));
    return {
      body: { done: true as const },
      facts: [{ event: 'staff.invitation_revoked', object: { type: 'person', id }, count }],
    };
  }),
];
