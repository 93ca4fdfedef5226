/**
 * Checks a database after a fault: every acknowledged change is there with its event, and no transaction is there by
 * half.
 */
import { sql } from 'kysely';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import type { Database } from '#server/db/database.ts';
import type { Acknowledged } from './load.ts';

export type Ledger = {
  /** Acknowledged changes whose event or effect is missing. */
  lost: readonly string[];
  /** Rows that exist without the other rows of their transaction. */
  halfDone: readonly string[];
  /** Number of changes in the database, acknowledged or not. */
  committed: number;
};

/** @param db opened with a role that may read every table */
export async function ledgerOf(db: Database, acknowledged: readonly Acknowledged[]): Promise<Ledger> {
  const found = await effectsIn(db);
  const lost = acknowledged.flatMap((ack) => {
    const event = found.events.get(`${ack.code} ${ack.requestId}`);
    if (!event) return [`${ack.event} ${ack.requestId}: no event`];
    if (ack.object !== null && event.object !== ack.object)
      return [`${ack.event} ${ack.requestId}: of another request`];
    const effect = EFFECTS[ack.event];
    return effect && !effect(found, event) ? [`${ack.event} of ${event.object}: not in effect`] : [];
  });
  return { lost, halfDone: await halfDone(db), committed: found.events.size };
}

type Event = { object: string; note: string | null };
type Effects = {
  events: Map<string, Event>;
  requests: Map<string, { type: string; status: string; assigned: boolean }>;
  notes: Set<string>;
  drafts: Set<string>;
  answers: Set<string>;
};

/** What must be true once the event was acknowledged, considering what the load does with the request afterwards. */
const EFFECTS: Partial<Record<AuditEvent, (found: Effects, event: Event) => boolean>> = {
  'intake.received': ({ requests }, { object }) => requests.has(object),
  'request.registered': ({ requests }, { object }) => requests.has(object),
  'request.taken': ({ requests }, { object }) =>
    requests.get(object)?.status !== 'new' || isConverted(requests, object),
  'request.noted': ({ notes }, { note }) => note !== null && notes.has(note),
  'request.draft_saved': ({ drafts }, { object }) => drafts.has(object),
  'request.converted': ({ requests }, { object }) => isConverted(requests, object),
  'request.answered_outside': ({ answers }, { object }) => answers.has(object),
  'request.closed': ({ requests }, { object }) => requests.get(object)?.status === 'closed',
};

const isConverted = (requests: Effects['requests'], id: string) => requests.get(id)?.type === 'deletion';

async function effectsIn({ kysely }: Database): Promise<Effects> {
  const codes = Object.keys(EFFECTS).map((event) => AUDIT_EVENTS[event as AuditEvent].code);
  const events = await kysely
    .selectFrom('audit_event')
    .select(['id', 'code', 'object_ref', 'body'])
    .where('code', 'in', codes)
    .where('outcome', '=', 'success')
    .execute();
  const requests = await kysely
    .selectFrom('request')
    .select(['id', 'type', 'status', 'assignee_id'])
    .execute();
  const notes = await kysely.selectFrom('note').select('id').execute();
  const drafts = await kysely.selectFrom('draft').select('request_id').execute();
  const answers = await kysely
    .selectFrom('message')
    .select('request_id')
    .where('direction', '=', 'out')
    .execute();
  return {
    events: new Map(
      events.map(({ id, code, object_ref, body }) => {
        const { request, data } = JSON.parse(body ?? '{}');
        return [`${code} ${request?.id ?? id}`, { object: object_ref ?? '', note: data?.noteId ?? null }];
      }),
    ),
    requests: new Map(
      requests.map(({ id, type, status, assignee_id }) => [
        id,
        { type, status, assigned: assignee_id !== null },
      ]),
    ),
    notes: new Set(notes.map(({ id }) => id)),
    drafts: new Set(drafts.map(({ request_id }) => request_id)),
    answers: new Set(answers.map(({ request_id }) => request_id)),
  };
}

const code = (...events: AuditEvent[]) => sql.join(events.map((event) => AUDIT_EVENTS[event].code));
const data = (name: string) => sql.raw(`(e.body::jsonb -> 'data' ->> '${name}')`);

/** Queries for rows that only half of a transaction could have left, by their description. */
const HALVES = {
  'a request without its message, encrypted text, list entry or keys': sql<{ id: string }>`
    select r.id from request r where
      not exists (select from message m join sealed_value v on v.row_id = m.id and v.field = 'message'
                  where m.request_id = r.id and m.direction = 'in')
      or not exists (select from request_list l where l.request_id = r.id)
      or not exists (select from vault.subject_key k where k.subject_id = r.subject_id)`,
  'a request without the event of its arrival, or with two': sql<{ id: string }>`
    select r.id from request r where (select count(*) from audit_event e where e.object_ref = r.id::text
      and e.code in (${code('intake.received', 'request.registered')}) and e.outcome = 'success') <> 1`,
  'an arrival in the log without its request': sql<{ id: string }>`
    select e.id from audit_event e where e.code in (${code('intake.received', 'request.registered')})
      and e.outcome = 'success' and not exists (select from request r where r.id::text = e.object_ref)`,
  'a request whose version is not the number of its changes in the log': sql<{ id: string }>`
    select r.id from request r where r.version <> 1 + (select count(*) from audit_event e where e.object_ref = r.id::text
      and e.outcome = 'success' and e.code in (${code('request.taken', 'request.converted', 'request.answered_outside', 'request.closed')}))`,
  'a delivery by a site without its receipt': sql<{ id: string }>`
    select r.id from request r where r.source_id is not null
      and not exists (select from intake_receipt i where i.request_id = r.id)`,
  'a note without its text or its event': sql<{ id: string }>`
    select n.id from note n where not exists (select from sealed_value v where v.row_id = n.id and v.field = 'note')
      or not exists (select from audit_event e where e.code = ${AUDIT_EVENTS['request.noted'].code}
                     and e.object_ref = n.request_id::text and ${data('noteId')} = n.id::text)`,
  'a note in the log that is not there': sql<{ id: string }>`
    select e.id from audit_event e where e.code = ${AUDIT_EVENTS['request.noted'].code} and e.outcome = 'success'
      and not exists (select from note n where n.id::text = ${data('noteId')})`,
  'a note or a registered request without its key, or a key without either': sql<{ id: string }>`
    select 'keys' as id where (select count(*) from idempotency) <> (select count(*) from note)
      + (select count(*) from request where recorded_by is not null)`,
  'an answer without its text or its event': sql<{ id: string }>`
    select m.id from message m where m.direction = 'out' and (
      not exists (select from sealed_value v where v.row_id = m.id and v.field = 'message')
      or not exists (select from audit_event e where e.object_ref = m.request_id::text
                     and e.code = ${AUDIT_EVENTS['request.answered_outside'].code}))`,
  'a draft without an event': sql<{ id: string }>`
    select d.request_id as id from draft d where octet_length(d.sealed) > 0 and not exists (select from audit_event e
      where e.object_ref = d.request_id::text and e.code = ${AUDIT_EVENTS['request.draft_saved'].code})`,
} as const;

async function halfDone(db: Database): Promise<readonly string[]> {
  const found: string[] = [];
  for (const [what, query] of Object.entries(HALVES)) {
    const { rows } = await query.execute(db.kysely);
    for (const { id } of rows.slice(0, 5)) found.push(`${what}: ${id}`);
  }
  return found;
}
