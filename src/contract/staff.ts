/** Endpoints for staff accounts: list, invite by link, change roles, disable, enable. */
import { z } from 'zod';
import { endpoint } from './endpoint.ts';
import {
  CivilDay,
  Done,
  Id,
  InstantText,
  line,
  PersonName,
  Reason,
  RoleName,
  StaffEmail,
  Version,
} from './wire.ts';

export const STAFF_STATES = ['invited', 'active', 'disabled', 'ended'] as const;
export const StaffMember = z.strictObject({
  id: Id,
  name: z.string(),
  email: z.string(),
  roles: z.array(RoleName),
  state: z.enum(STAFF_STATES),
  endsOn: CivilDay.nullable(),
  lastSeenAt: InstantText.nullable(),
  invitedUntil: InstantText.nullable(),
  openRequests: z.int(),
  me: z.boolean(),
  version: Version,
});
export type StaffMember = z.output<typeof StaffMember>;

const base = { kind: 'json', idempotency: 'natural', touchesSession: true } as const;
const params = z.strictObject({ id: Id });
const Roles = z.array(RoleName).min(1).max(5);
/** A one-time link, returned once and valid for 72 hours. */
const Invitation = z.strictObject({
  member: StaffMember,
  link: z.string(),
  validUntil: InstantText,
  /** Whether it works only once a second person has confirmed it. */
  unconfirmed: z.boolean(),
});

export const listStaff = endpoint({
  ...base,
  id: 'listStaff',
  method: 'GET',
  path: '/api/staff',
  action: 'staff.list',
  response: z.strictObject({ items: z.array(StaffMember), next: z.null() }),
});
/** Names and roles of colleagues, for assignment and filters. */
export const listStaffNames = endpoint({
  ...base,
  id: 'listStaffNames',
  method: 'GET',
  path: '/api/staff/names',
  action: 'staff.names',
  response: z.strictObject({
    items: z.array(PersonName.extend({ roles: z.array(RoleName), active: z.boolean() })),
    next: z.null(),
  }),
});
export const inviteStaff = endpoint({
  ...base,
  idempotency: 'none',
  status: 201,
  id: 'inviteStaff',
  method: 'POST',
  path: '/api/staff',
  action: 'staff.invite',
  body: z.strictObject({
    name: line(100, 2),
    email: StaffEmail,
    roles: Roles,
    endsOn: CivilDay.optional(),
  }),
  response: Invitation,
  errors: ['conflict'],
});
export const changeStaff = endpoint({
  ...base,
  precondition: true,
  id: 'changeStaff',
  method: 'PATCH',
  path: '/api/staff/{id}',
  action: 'staff.change',
  params,
  body: z.strictObject({
    name: line(100, 2).optional(),
    roles: Roles.optional(),
    endsOn: CivilDay.nullable().optional(),
  }),
  response: StaffMember,
  errors: ['stale_version', 'precondition_required', 'not_possible'],
});
/**
 * Ends the person's sessions at once; their open requests go to a colleague or back to the queue. Refused for the last administrator, else the system could not be run any more.
 */
export const disableStaff = endpoint({
  ...base,
  precondition: true,
  id: 'disableStaff',
  method: 'POST',
  path: '/api/staff/{id}/disable',
  action: 'staff.disable',
  params,
  body: z.strictObject({
    reason: Reason,
    /** Who gets the requests; those that this colleague may not work on go back to the queue, as all do without one. */
    handTo: Id.optional(),
  }),
  response: StaffMember,
  errors: ['stale_version', 'precondition_required', 'not_possible'],
});
export const enableStaff = endpoint({
  ...base,
  precondition: true,
  id: 'enableStaff',
  method: 'POST',
  path: '/api/staff/{id}/enable',
  action: 'staff.enable',
  params,
  body: z.strictObject({}),
  response: StaffMember,
  errors: ['stale_version', 'precondition_required', 'not_possible'],
});
/** For an invited person a new invitation; for an active one a link to set a new password. */
export const reinviteStaff = endpoint({
  ...base,
  idempotency: 'none',
  id: 'reinviteStaff',
  method: 'POST',
  path: '/api/staff/{id}/invitation',
  action: 'staff.reinvite',
  params,
  body: z.strictObject({}),
  response: Invitation,
  errors: ['not_possible'],
});
/** Links for a new password that wait for a second person. The page asks every minute, so it is no activity. */
export const listRecoveries = endpoint({
  ...base,
  touchesSession: false,
  id: 'listRecoveries',
  method: 'GET',
  path: '/api/staff-recoveries',
  action: 'staff.recoveries',
  response: z.strictObject({
    items: z.array(
      z.strictObject({
        id: Id,
        person: PersonName,
        madeBy: PersonName,
        madeAt: InstantText,
        validUntil: InstantText,
        /** False for who made the link and for whom it is. */
        mayDecide: z.boolean(),
      }),
    ),
  }),
});
/** Confirms or refuses a link for a new password; refused, it is revoked. */
export const decideRecovery = endpoint({
  ...base,
  id: 'decideRecovery',
  method: 'POST',
  path: '/api/staff-recoveries/{id}',
  action: 'staff.decide_recovery',
  params,
  body: z.strictObject({ confirm: z.boolean() }),
  response: Done,
  errors: ['not_possible'],
});
/** Revokes the person's open links, invitations and recoveries alike. */
export const revokeInvitation = endpoint({
  ...base,
  id: 'revokeInvitation',
  method: 'DELETE',
  path: '/api/staff/{id}/invitation',
  action: 'staff.revoke_invitation',
  params,
  response: Done,
});
