/** The shape of a row of ACTIONS. */
import type { NamedEvent } from '#domain/audit/event-row.ts';
import type { StatusEffect } from '#domain/request/effects.ts';
import type { Status } from '#domain/request/status.ts';
import type { Track } from '#domain/request/types.ts';
import type { Condition } from '../conditions.ts';
import type { Role } from '../roles.ts';

export type Grant = {
  /** Tracks the grant covers; absent = every track, or the action is not about a request. */
  tracks?: readonly Track[];
  when?: readonly Condition[];
};

export type ActionRow = {
  /** `everyone` = any person signed in; `anyone` = no sign-in (the endpoint authenticates the caller by other means). */
  who: Partial<Record<Role, Grant>> | 'everyone' | 'anyone';
  /** Statuses of the request in which it makes sense; absent = all. */
  statuses?: readonly Status[];
  /** Asks for a reason, which is kept encrypted with the event. */
  reason?: true;
  /** What it makes of the request's status; absent = nothing. */
  becomes?: StatusEffect;
  /** Shortcut on the request's page, as `KeyboardEvent.code`, because Kazakh and Russian layouts type other letters there. */
  key?: string;
  /** The event it leaves, or the name of one that another row declares. */
  event: NamedEvent | string;
};

export const ANY: Grant = {};
export const SUPPORT_TRACK: Grant = { tracks: ['support'] };
export const OFFICER = { privacy_officer: ANY } as const;
