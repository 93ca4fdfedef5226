/** The log's filters as SQL: newest first, in pages that continue after a sequence number. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { AuditFilter } from '#contract/audit.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents, type EventRow } from '#domain/audit/events.ts';
import { isReading } from '#domain/audit/registry.ts';
import type { Tables } from '../db/schema.ts';
import type { Tx } from '../deps.ts';
import { Refusal } from '../refusal.ts';

const COLUMNS = [
  'id',
  'seq',
  'at',
  'actor',
  'code',
  'object_type',
  'object_ref',
  'outcome',
  'purpose',
  'body',
] as const;
export type StoredEvent = Pick<Tables['audit_event'], 'at' | 'actor' | 'code' | 'outcome' | 'body' | 'id'> & {
  seq: number;
  object_type: string | null;
  object_ref: string | null;
  purpose: Tables['audit_event']['purpose'];
};

export type Filter = Omit<z.output<typeof AuditFilter>, 'cursor' | 'limit' | 'object'> & {
  /** An object's id as the log has it. */
  object?: string | undefined;
};
export type Readable = 'all' | readonly AuditEvent[];
type Where = ExpressionBuilder<Tables, 'audit_event'>;

/** One page after `cursor`, and where the next begins; null at the end. */
export async function pageOfLog(
  tx: Tx,
  filter: Filter,
  readable: Readable,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ items: readonly StoredEvent[]; next: string | null }> {
  const after = cursor === undefined ? null : seqIn(cursor);
  let query = tx
    .selectFrom('audit_event')
    .select(COLUMNS)
    .where((where) => matching(where, filter, readable));
  if (after !== null) query = query.where('seq', '<', after);
  const rows = await query
    .orderBy('seq', 'desc')
    .limit(limit + 1)
    .execute();
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? String(last.seq) : null };
}

/** Counting stops here: "10 000+". */
const MOST_COUNTED = 10_000;
/** Only so many of the newest events are looked through for the count, so that a rare filter on a long log stays quick. */
const MOST_LOOKED_AT = 200_000;

export async function totalOfLog(
  tx: Tx,
  filter: Filter,
  readable: Readable,
): Promise<{ count: number; capped: boolean }> {
  const newest = tx.selectFrom('audit_event').select(sql<number>`coalesce(max(seq), 0)`.as('seq'));
  const { seq } = await newest.executeTakeFirstOrThrow();
  const from = seq - MOST_LOOKED_AT;
  const counted = tx
    .selectFrom('audit_event')
    .select('id')
    .where((where) => matching(where, filter, readable))
    .where('seq', '>', from)
    .limit(MOST_COUNTED + 1)
    .as('counted');
  const { n } = await tx
    .selectFrom(counted)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { count: Math.min(n, MOST_COUNTED), capped: n > MOST_COUNTED || from > 0 };
}

/** The event before or after another about the same thing, as far as the reader may see. */
export async function neighbour(
  tx: Tx,
  event: StoredEvent,
  readable: Readable,
  side: 'earlier' | 'later',
): Promise<StoredEvent | null> {
  if (event.object_ref === null) return null;
  const row = await tx
    .selectFrom('audit_event')
    .select(COLUMNS)
    .where((where) => matching(where, { object: event.object_ref ?? undefined }, readable))
    .where('seq', side === 'earlier' ? '<' : '>', event.seq)
    .orderBy('seq', side === 'earlier' ? 'desc' : 'asc')
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function eventById(tx: Tx, id: string): Promise<StoredEvent | null> {
  return (await tx.selectFrom('audit_event').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The filter as a condition, within what the reader may see. */
export function matching(where: Where, filter: Filter, readable: Readable) {
  const codes = codesOf(filter, readable);
  return where.and([
    ...(codes === null ? [] : codes.length === 0 ? [where.val(false)] : [where('code', 'in', codes)]),
    ...(filter.from ? [where('at', '>=', filter.from)] : []),
    ...(filter.to ? [where('at', '<', filter.to)] : []),
    ...(filter.actor ? [where('actor', '=', filter.actor)] : []),
    ...(filter.object ? [where('object_ref', '=', filter.object)] : []),
    ...(filter.outcome ? [where('outcome', '=', filter.outcome)] : []),
    ...(filter.purpose ? [where('purpose', '=', filter.purpose)] : []),
  ]);
}

/** Null when every code will do, also one this version does not know. */
function codesOf({ event, read, group }: Filter, readable: Readable): readonly string[] | null {
  if (event === undefined && read === undefined && group === undefined && readable === 'all') return null;
  const wanted = (name: AuditEvent) => {
    const row: EventRow = AUDIT_EVENTS[name];
    return (
      (event === undefined || event.includes(name)) &&
      (read === undefined || isReading(name, read)) &&
      (group === undefined || row.retention === group) &&
      (readable === 'all' || readable.includes(name))
    );
  };
  return auditEvents.filter(wanted).map((name) => AUDIT_EVENTS[name].code);
}

function seqIn(cursor: string): number {
  if (!/^[1-9]\d{0,14}$/.test(cursor)) throw new Refusal('bad_cursor');
  return Number(cursor);
}
