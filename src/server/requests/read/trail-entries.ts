/** Audit events by which requests were seen or changed, one by one; listings are counted in trail-listings.ts. */
import { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import type { TrailEntry } from '#contract/requests-read.ts';
import type { Role } from '#domain/access/roles.ts';
import type { EventRow } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, eventOfCode } from '#domain/audit/events.ts';
import type { Purpose } from '#domain/request/fields.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { namedThen, namesThen } from '#server/staff/names/former-names.ts';

type Entry = z.output<typeof TrailEntry> & {
  /** The request it was about. */
  objectRef: string;
};

/** Returns the latest 200, newest first. */
export async function trailEntries(
  env: { tx: Tx; ports: Pick<Ports, 'vault'> },
  requestIds: readonly string[],
): Promise<{ entries: Entry[]; truncated: boolean }> {
  const statement = `select e.id, e.at, e.code, e.outcome, e.purpose, e.body, e.object_ref, p.id as person_id, p.name, p.roles
    from audit_event e left join person p on p.id = e.actor
    where e.object_ref = any($1) and e.code = any($2) order by e.at desc, e.seq desc limit ${MOST + 1}`;
  const { rows } = await env.tx.executeQuery<Row>(CompiledQuery.raw(statement, [requestIds, SHOWN]));
  const then = await namesThen(env);
  const entries = rows.slice(0, MOST).flatMap(entryOf);
  return {
    entries: entries.map((entry) => ({ ...entry, by: namedThen(then, entry.by, entry.at) })),
    truncated: rows.length > MOST,
  };
}

const MOST = 200;

/** Reading a trail shows no data of the applicant, so it is not an entry of the trail. */
const NOT_SEEING: readonly AuditEvent[] = ['request.trail_read', 'audit.person_trail_read'];
/** Changes are included, because a change is answered with the record; refused attempts are shown as refused. */
const SHOWN = auditEvents
  .filter((name) => {
    const { read, retention }: EventRow = AUDIT_EVENTS[name];
    if (NOT_SEEING.includes(name)) return false;
    return read === 'opened' || read === 'revealed' || retention === 'change' || name === 'access.refused';
  })
  .map((name) => AUDIT_EVENTS[name].code);

function entryOf(row: Row): readonly Entry[] {
  const event = eventOfCode(row.code);
  if (!event) return [];
  const { fields = [], actor }: Body = row.body === null ? {} : JSON.parse(row.body);
  const { person_id: id, name } = row;
  return [
    {
      id: row.id,
      at: row.at,
      // The roles at the time of the event rather than today's.
      by: id === null || name === null ? null : { id, name, roles: [...(actor?.roles ?? row.roles ?? [])] },
      event,
      fields: [...fields],
      purpose: row.purpose,
      outcome: row.outcome,
      objectRef: row.object_ref,
    },
  ];
}

type Body = { fields?: readonly string[]; actor?: { roles?: readonly Role[] } };
type Row = {
  id: string;
  at: string;
  code: string;
  outcome: Entry['outcome'];
  purpose: Purpose | null;
  body: string | null;
  object_ref: string;
  person_id: string | null;
  name: string | null;
  roles: Role[] | null;
};
