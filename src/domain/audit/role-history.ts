/**
 * Who held which role, from when to when, and who gave it: told by the events of staff, in the order of the log. What somebody
 * holds and no event explains is told too, because that is what an auditor looks for.
 */
import type { Role } from '../access/roles.ts';
import { addDays, type CivilDate, startOfDay } from '../time/civil.ts';

export type StaffEvent = {
  at: string;
  /** Whose roles they are. */
  person: string;
  /** Null where it was done at the machine itself. */
  by: string | null;
} & (
  | { kind: 'invited'; roles: readonly Role[] }
  | { kind: 'changed'; before: readonly Role[]; after: readonly Role[] }
  | { kind: 'disabled' | 'enabled' }
);

export type Holder = {
  id: string;
  /** As the table of people has it today. */
  roles: readonly Role[];
  createdAt: string;
  disabled: boolean;
  /** The last day of an account that ends. */
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
  /** False where no event tells of the granting: the first people, and whatever was done past the product. */
  inLog: boolean;
};

/** By person in the order given, each by time; `events` oldest first. */
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
  // Held today, and no event gave it.
  if (!holder.disabled) begin(holder.roles, events.at(-1)?.at ?? holder.createdAt, null, false);
  if (holder.endsOn !== null && holder.endsOn < today)
    end(open(), startOfDay(addDays(holder.endsOn, 1)).toString(), null);
  return rows;
}

/** What was held before the first event that tells of roles. */
function rolesBefore(holder: Holder, events: readonly StaffEvent[]): readonly Role[] {
  for (const event of events) {
    if (event.kind === 'invited') return [];
    if (event.kind === 'changed') return event.before;
  }
  return holder.roles;
}
