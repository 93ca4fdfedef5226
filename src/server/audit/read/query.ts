/** Queries of the log: filters as SQL, newest first by time, in keyset pages. */
import { type ExpressionBuilder, sql } from 'kysely';
import type { z } from 'zod';
import type { AuditFilter } from '#contract/audit.ts';
import type { EventRow } from '#domain/audit/event-row.ts';
import { AUDIT_EVENTS, type AuditEvent, auditEvents } from '#domain/audit/events.ts';
import { isReading } from '#domain/audit/registry.ts';
import type { Tables } from '#server/db/schema.ts';
import type { Tx } from '#server/deps.ts';
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts';
import { Refusal } from '#server/http/refusal.ts';

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
  /** An object's id as it is stored in the log. */
  object?: string | undefined;
};
export type Readable = 'all' | readonly AuditEvent[];
type Where = ExpressionBuilder<Tables, 'audit_event'>;

/** Returns one page after `cursor`, newest first, and the cursor of the next page; null at the end. */
export async function pageOfLog(
  tx: Tx,
  filter: Filter,
  readable: Readable,
  { cursor, limit }: { cursor: string | undefined; limit: number },
): Promise<{ items: readonly StoredEvent[]; next: string | null }> {
  const after = cursor === undefined ? null : placeIn(cursor);
  const codes = codesOf(filter, readable);
  const where = (given: Where) =>
    given.and([
      ...conditions(given, filter),
      ...(after ? [given(given.refTuple('at', 'seq'), '<', given.tuple(after.at, after.seq))] : []),
    ]);
  const rows = await (codes !== null && codes.length <= FEW_CODES
    ? newestOfEach(tx, codes, where, limit + 1)
    : newest(tx, codes, where, limit + 1));
  const items = rows.slice(0, limit);
  const last = items.at(-1);
  return { items, next: rows.length > limit && last ? cursorAt(last) : null };
}

type Condition = (where: Where) => ReturnType<Where['and']>;
type Placed = StoredEvent & { exact: string };

function newest(tx: Tx, codes: readonly string[] | null, where: Condition, limit: number): Promise<Placed[]> {
  const all = tx
    .selectFrom('audit_event')
    .select([...COLUMNS, EXACT])
    .where(where);
  const wanted = codes === null ? all : all.where('code', 'in', [...codes]);
  return wanted.orderBy('at', 'desc').orderBy('seq', 'desc').limit(limit).execute();
}

/**
 * Up to this many event kinds get a query each, because scanning back until enough rare events are found may read the
 * whole log.
 */
const FEW_CODES = 12;

/**
 * Takes the newest events of each kind from the index on (code, at), then the newest among them. Each kind is a query
 * of its own: with a list of kinds, the planner cannot see that one is rare, and scans the whole log for it.
 */
function newestOfEach(tx: Tx, codes: readonly string[], where: Condition, limit: number): Promise<Placed[]> {
  const [first, ...others] = codes.map((code) => {
    const ofKind = tx
      .selectFrom('audit_event')
      .select([...COLUMNS, EXACT])
      .where('code', '=', code)
      .where(where)
      .orderBy('at', 'desc')
      .orderBy('seq', 'desc')
      .limit(limit)
      .as('found');
    return tx.selectFrom(ofKind).selectAll();
  });
  if (!first) return Promise.resolve([]);
  const found = others.reduce((all, one) => all.unionAll(one), first).as('found');
  return tx.selectFrom(found).selectAll().orderBy('at', 'desc').orderBy('seq', 'desc').limit(limit).execute();
}

/** The time in the database's full precision for the cursor, because the driver truncates it to milliseconds. */
const EXACT = sql<string>`at::text`.as('exact');

/** Counting stops here; the page shows "10 000+". */
const MOST_COUNTED = 10_000;
/** The count scans about this many of the newest events in the range. */
const MOST_LOOKED_AT = 200_000;

/** Returns the number of matching events; `capped` when there may be more than counted. */
export async function totalOfLog(
  tx: Tx,
  filter: Filter,
  readable: Readable,
): Promise<{ count: number; capped: boolean }> {
  const bound = await lookedFrom(tx, filter.to);
  const cut =
    bound !== null && (filter.from === undefined || Temporal.Instant.compare(bound, filter.from) > 0);
  const counted = tx
    .selectFrom('audit_event')
    .select('seq')
    .where((where) => matching(where, cut ? { ...filter, from: bound.toString() } : filter, readable))
    .limit(MOST_COUNTED + 1)
    .as('counted');
  const { n } = await tx
    .selectFrom(counted)
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return { count: Math.min(n, MOST_COUNTED), capped: n > MOST_COUNTED || cut };
}

/** Time of the event MOST_LOOKED_AT sequence numbers before the newest one before `to`; null when there are fewer. */
async function lookedFrom(tx: Tx, to: string | undefined): Promise<Temporal.Instant | null> {
  let newest = tx.selectFrom('audit_event').select('seq');
  if (to !== undefined) newest = newest.where('at', '<', to);
  const top = await newest.orderBy('at', 'desc').orderBy('seq', 'desc').limit(1).executeTakeFirst();
  if (!top) return null;
  const row = await tx
    .selectFrom('audit_event')
    .select('at')
    .where('seq', '<=', top.seq - MOST_LOOKED_AT)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row ? Temporal.Instant.from(row.at) : null;
}

/** Returns the previous or next event about the same object that the reader may see. */
export async function neighbour(
  tx: Tx,
  event: StoredEvent,
  readable: Readable,
  side: 'earlier' | 'later',
): Promise<StoredEvent | null> {
  if (event.object_ref === null) return null;
  const order = side === 'earlier' ? 'desc' : 'asc';
  const row = await tx
    .selectFrom('audit_event')
    .select(COLUMNS)
    .where((where) => matching(where, { object: event.object_ref ?? undefined }, readable))
    .where(({ eb, refTuple, tuple }) =>
      eb(refTuple('at', 'seq'), side === 'earlier' ? '<' : '>', tuple(event.at, event.seq)),
    )
    .where('id', '<>', event.id)
    .orderBy('at', order)
    .orderBy('seq', order)
    .limit(1)
    .executeTakeFirst();
  return row ?? null;
}

export async function eventById(tx: Tx, id: string): Promise<StoredEvent | null> {
  return (await tx.selectFrom('audit_event').select(COLUMNS).where('id', '=', id).executeTakeFirst()) ?? null;
}

/** The filter as a condition, restricted to the events the reader may see. */
export function matching(where: Where, filter: Filter, readable: Readable) {
  const codes = codesOf(filter, readable);
  return where.and([
    ...(codes === null ? [] : codes.length === 0 ? [where.val(false)] : [where('code', 'in', codes)]),
    ...conditions(where, filter),
  ]);
}

/** The filter without the event kinds. */
function conditions(where: Where, filter: Filter) {
  return [
    ...(filter.from ? [where('at', '>=', filter.from)] : []),
    ...(filter.to ? [where('at', '<', filter.to)] : []),
    ...(filter.actor ? [where('actor', '=', filter.actor)] : []),
    ...(filter.object ? [where('object_ref', '=', filter.object)] : []),
    ...(filter.outcome ? [where('outcome', '=', filter.outcome)] : []),
    ...(filter.purpose ? [where('purpose', '=', filter.purpose)] : []),
  ];
}

/** Codes to look for; null when there is no restriction, so that codes of another release are found too. */
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

function cursorAt({ exact, seq }: { exact: string; seq: number }): string {
  return encodeCursor([exact, seq]);
}

const TIME = /^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d(?:\.\d{1,6})?\+00$/;

/** @throws Refusal `bad_cursor` when it was not made by `cursorAt` */
function placeIn(cursor: string): { at: string; seq: number } {
  const [at, seq, ...more] = decodeCursor(cursor);
  if (typeof at !== 'string' || !TIME.test(at) || !Number.isSafeInteger(seq) || more.length > 0)
    throw new Refusal('bad_cursor');
  return { at, seq: Number(seq) };
}
