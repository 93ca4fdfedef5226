/**
 * The history of roles: who held which role, from when to when, and who granted it, derived from the staff events of
 * the log. A role that no event explains is included, because an auditor looks for exactly that.
 */
import type { Role } from '../access/roles.ts';
import { addDays, type CivilDate, startOfDay } from '../time/civil.ts';

export type StaffEvent = {
  at: string;
  /** Id of the person whose roles change. */
  person: string;
  /** Id of the person who changed them; null for a command on the machine. */
  by: string | null;
} & (
  | { kind: 'invited'; roles: readonly Role[] }
  | { kind: 'changed'; before: readonly Role[]; after: readonly Role[] }
  | { kind: 'disabled' | 'enabled' }
);

export type Holder = {
  id: string;
  /** The roles stored in the staff table today. */
  roles: readonly Role[];
  createdAt: string;
  disabled: boolean;
  /** The last day of the account; null for one without an end. */
  endsOn: CivilDate | null;
};

export type Held = {
  person: string;
  role: Role;
  from: string;
  /** Null while it is held. */
  to: string | null;
  grantedBy: string | null;
  endedBy: string | null;
  /** False when no event records the grant: the first accounts, and changes made outside the product. */
  inLog: boolean;
};

/** Returns one row per person and role held, in the order of `people`, then by time. `events` must be oldest first. */
export function roleHistory(
  people: readonly Holder[],
  events: readonly StaffEvent[],
  today: CivilDate,
): readonly Held[] {
  return people.flatMap((holder) =>
    historyOf(
      holder,
      events.filter(({ person }) => person === holder.id),
      today,
    ),
  );
}

function historyOf(holder: Holder, events: readonly StaffEvent[], today: CivilDate): readonly Held[] {
  const rows: Held[] = [];
  const isOpen = (row: Held) => row.to === null;
  const begin = (roles: readonly Role[], from: string, by: string | null, inLog = true) => {
    for (const role of roles)
      if (!rows.some((row) => row.role === role && isOpen(row)))
        rows.push({
          person: holder.id,
          role,
          from,
          to: null,
          grantedBy: by,
          endedBy: null,
          inLog,
        });
  };
  const end = (roles: readonly Role[], at: string, by: string | null) => {
    for (const row of rows.filter((each) => isOpen(each) && roles.includes(each.role))) {
      row.to = at;
      row.endedBy = by;
    }
  };
  const open = () => rows.filter(isOpen).map(({ role }) => role);

  begin(rolesBefore(holder, events), holder.createdAt, null, false);
  /** The roles of a disabled account: they end when it is disabled and begin again when it is enabled. */
  let atRest: readonly Role[] = [];
  for (const event of events) {
    if (event.kind === 'invited') begin(event.roles, event.at, event.by);
    if (event.kind === 'changed') {
      end(
        event.before.filter((role) => !event.after.includes(role)),
        event.at,
        event.by,
      );
      if (atRest.length > 0) atRest = event.after;
      else begin(event.after, event.at, event.by);
    }
    if (event.kind === 'disabled') {
      atRest = open();
      end(atRest, event.at, event.by);
    }
    if (event.kind === 'enabled') {
      begin(atRest, event.at, event.by);
      atRest = [];
    }
  }
  // Roles held today that no event granted.
  if (!holder.disabled) begin(holder.roles, events.at(-1)?.at ?? holder.createdAt, null, false);
  if (holder.endsOn !== null && holder.endsOn < today)
    end(open(), startOfDay(addDays(holder.endsOn, 1)).toString(), null);
  return rows;
}

/** The roles held before the first event that contains roles. */
function rolesBefore(holder: Holder, events: readonly StaffEvent[]): readonly Role[] {
  for (const event of events) {
    if (event.kind === 'invited') return [];
    if (event.kind === 'changed') return event.before;
  }
  return holder.roles;
}
