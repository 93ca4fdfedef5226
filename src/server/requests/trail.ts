/** Who has seen this person's data: openings, reveals and changes one by one, listings folded to a count. */
import { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import type { requestTrail, TrailEntry } from '#contract/requests-read.ts';
import type { Role } from '#domain/access/roles.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, eventOfCode } from '#domain/audit/events.ts';
import type { Purpose } from '#domain/request/fields.ts';
import type { Tx } from '../deps.ts';
import { notFound } from '../refusal.ts';
import type { Handler } from '../serve.ts';
import { loadRequest } from './facts.ts';

type Entry = z.output<typeof TrailEntry>;

export const trail: Handler<typeof requestTrail> = async (context) => {
  const { tx, now } = context;
  const found = await loadRequest(tx, context.input.params.id);
  if (!found) throw notFound();
  const { row, facts } = found;
  context.mayOrRefuse('request.trail', { id: row.id, facts });
  const seen = await entriesOf(tx, row.id);
  const listed = await listingsOf(tx, row.id, now);
  const entries = seen.slice(0, MOST);
  return {
    body: { reference: row.reference, entries, truncated: seen.length > MOST, listed },
    facts: [{ event: 'request.trail_read', object: { type: 'request', id: row.id }, count: entries.length }],
  };
};

const MOST = 200;

/** The trail shows no data of the person, so reading it is no sight of him. */
const NOT_SEEING: readonly AuditEvent[] = ['request.trail_read'];
/** A change is answered with the record, so it is a sight of it too; attempts that were refused are shown as such. */
const SHOWN = codesOf(
  (name) =>
    !NOT_SEEING.includes(name) &&
    (['opened', 'revealed'].includes(readingOf(name)) ||
      AUDIT_EVENTS[name].retention === 'change' ||
      name === 'access.refused'),
);
const LISTED = codesOf((name) => name === 'request.listed' || name === 'request.searched');

async function entriesOf(tx: Tx, requestId: string): Promise<Entry[]> {
  const statement = `select e.id, e.at, e.code, e.outcome, e.purpose, e.body, p.id as person_id, p.name, p.roles
    from audit_event e join person p on p.id = e.actor
    where e.object_ref = $1 and e.code = any($2) order by e.seq desc limit ${MOST + 1}`;
  const { rows } = await tx.executeQuery<Row>(CompiledQuery.raw(statement, [requestId, SHOWN]));
  return rows.flatMap((row) => {
    const event = eventOfCode(row.code);
    if (!event) return [];
    const { fields = [], actor }: Body = row.body === null ? {} : JSON.parse(row.body);
    return [
      {
        id: row.id,
        at: row.at,
        // The roles held then, not those of today.
        by: { id: row.person_id, name: row.name, roles: [...(actor?.roles ?? row.roles)] },
        event,
        fields: [...fields],
        purpose: row.purpose,
        outcome: row.outcome,
      },
    ];
  });
}

type Body = { fields?: readonly string[]; actor?: { roles?: readonly Role[] } };
type Row = {
  id: string;
  at: string;
  code: string;
  outcome: Entry['outcome'];
  purpose: Purpose | null;
  body: string | null;
  person_id: string;
  name: string;
  roles: Role[];
};

/** How far back and through how many listings a page is looked for. */
const LISTINGS = { days: 90, events: 20_000 } as const;

/**
 * The ids a list returned stand in the event's body alone, because indexing fifty of them would halve what can be
 * written. So bodies are searched: those of the last 90 days, the latest 20 000 at most.
 */
async function listingsOf(
  tx: Tx,
  requestId: string,
  now: Temporal.Instant,
): Promise<{ count: number; people: number }> {
  const since = now.subtract({ hours: 24 * LISTINGS.days }).toString();
  const statement = `select count(*) as count, count(distinct actor) as people from (
      select actor, body from audit_event where code = any($1) and at >= $2 order by seq desc limit ${LISTINGS.events}
    ) latest where body like $3`;
  const { rows } = await tx.executeQuery<{ count: number; people: number }>(
    CompiledQuery.raw(statement, [LISTED, since, `%"${requestId}"%`]),
  );
  return rows[0] ?? { count: 0, people: 0 };
}

function codesOf(wanted: (name: AuditEvent) => boolean): readonly string[] {
  return auditEvents.filter(wanted).map((name) => AUDIT_EVENTS[name].code);
}

function readingOf(name: AuditEvent): string {
  const row = AUDIT_EVENTS[name];
  return 'read' in row ? (row.read ?? '') : '';
}
