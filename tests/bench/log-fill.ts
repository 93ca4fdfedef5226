/** Makes a log of millions of events in the product's format, in SQL, spread over three years and forty people. */
import { sql } from 'kysely';
import { AUDIT_EVENTS, type AuditEvent } from '#domain/audit/events.ts';
import type { Database } from '#server/db/database.ts';

/** Shares of the events of a desk's day, in percent. */
const MIX = [
  ['request.opened', 46],
  ['request.counted', 20],
  ['request.noted', 10],
  ['request.taken', 8],
  ['request.revealed', 6],
  ['session.signed_in', 5],
  ['access.refused', 2],
  ['request.answered', 2],
  ['staff.changed', 1],
] as const satisfies readonly (readonly [AuditEvent, number])[];

const YEARS = 3;
const BATCH = 250_000;

/**
 * Inserts `total` events and returns rows per second. Call it within `withoutIndexes`, as for any load of this size.
 */
export async function fillLog(owner: Database, total: number, now: Temporal.Instant): Promise<number> {
  const codes = MIX.flatMap(([name, share]) =>
    Array.from({ length: share }, () => [AUDIT_EVENTS[name].code, name] as const),
  );
  const began = performance.now();
  const from = now.subtract({ hours: 24 * 365 * YEARS });
  const step = from.until(now).total('milliseconds') / total;
  await owner.session(
    async (session) => {
      for (let first = 0; first < total; first += BATCH) {
        const last = Math.min(first + BATCH, total) - 1;
        await sql`
          insert into audit_event (id, at, actor, code, object_type, object_ref, outcome, purpose, body)
          select e.id, e.at, e.actor, e.code, 'request', e.ref, e.outcome, e.purpose,
            '{"v":1,"id":"' || e.id || '","at":"' || e.told || '","code":"' || e.code || '","event":"' || e.name || '","outcome":"' || e.outcome ||
            '","actor":{"kind":"person","id":"' || e.actor || '","roles":["privacy_officer"],"session":"0a1b2c3d","auth":"password"},"object":{"type":"request","id":"' || e.ref ||
            '"},"fields":["surname","first_name","phone","message"]' || coalesce(',"purpose":"' || e.purpose || '"', '') ||
            ',"policy":"2026-11","request":{"id":"' || e.ref || '","method":"GET","route":"/api/requests/{id}"}}'
          from (
            select n, gen_random_uuid() as id, to_timestamp((${from.epochMilliseconds}::numeric + floor(n * ${step}::numeric)) / 1000) as at,
              to_char(to_timestamp((${from.epochMilliseconds}::numeric + floor(n * ${step}::numeric)) / 1000) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as told,
              ('0198c0de-0000-7000-8000-0000000001' || lpad((n % 40)::text, 2, '0'))::uuid as actor,
              (${codes.map(([code]) => code)}::text[])[1 + (n * 7919) % 100] as code, (${codes.map(([, name]) => name)}::text[])[1 + (n * 7919) % 100] as name,
              ('0198c0de-1111-7000-8000-' || lpad((n / 50)::text, 12, '0')) as ref,
              case when n % 50 = 0 then 'denied' else 'success' end as outcome,
              case when (n * 7919) % 100 between 84 and 89 then 'contact_applicant' end as purpose
            from generate_series(${first}::bigint, ${last}::bigint) n) e`.execute(session);
      }
    },
    { budgetMs: 3_600_000 },
  );
  return total / ((performance.now() - began) / 1_000);
}

const INDEXES = [
  'audit_event_seq',
  'audit_event_order',
  'audit_event_object',
  'audit_event_actor',
  'audit_event_code',
  'audit_event_actor_code',
  'audit_event_at',
  'audit_event_outcome',
  'audit_event_purpose',
];

/** Runs `work` with the log's secondary indexes dropped, then creates them again from their definitions. */
export async function withoutIndexes(owner: Database, work: () => Promise<void>): Promise<void> {
  const { rows } = await sql<{
    def: string;
  }>`select indexdef as def from pg_indexes where indexname = any(${INDEXES})`.execute(owner.kysely);
  for (const name of INDEXES) await sql.raw(`drop index ${name}`).execute(owner.kysely);
  await work();
  await owner.session(
    async (session) => {
      for (const { def } of rows) await sql.raw(def).execute(session);
    },
    { budgetMs: 3_600_000 },
  );
}
