/** The type of a row of ACTIONS, and the grant that the tables share. */
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
  /** `everyone` = any signed-in person; `anyone` = no sign-in, the endpoint authenticates the caller by other means. */
  who: Partial<Record<Role, Grant>> | 'everyone' | 'anyone';
  /** Statuses of the request in which it is allowed; absent = all. */
  statuses?: readonly Status[];
  /** The action asks for a reason, which is stored encrypted with the event. */
  reason?: true;
  /** How it changes the request's status; absent = not at all. */
  becomes?: StatusEffect;
  /**
   * Shortcut on the request's page: a `KeyboardEvent.code`, because other layouts type other letters on that key. The
   * page itself uses the letters that are missing here, so a clash does not compile.
   */
  key?: `Key${'A' | 'B' | 'C' | 'D' | 'E' | 'H' | 'I' | 'M' | 'N' | 'P' | 'Q' | 'R' | 'S' | 'T' | 'V' | 'X' | 'Y' | 'Z'}`;
  /** The audit event it writes, or the name of an event that another row declares. */
  event: NamedEvent | string;
};

export const ANY: Grant = {};
