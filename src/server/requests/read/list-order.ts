/**
 * The orders of the queue and their cursors: the keys of a page's last row in that order. Each order ends in the id, so
 * no two rows have equal keys, and no row is shown twice or skipped while others insert.
 */
import type { Order } from '#domain/request/views.ts';
import { decodeCursor, encodeCursor } from '#server/http/cursor.ts';
import { Refusal } from '#server/http/refusal.ts';
import type { Binds } from './scope-sql.ts';

type Key = { column: string; type: 'date' | 'timestamptz' | 'uuid'; form: RegExp };
export type Ordering = { name: Order; keys: readonly Key[]; direction: 'asc' | 'desc' };

const DAY = /^(?!0000)\d{4}-\d\d-\d\d$/;
/** As PostgreSQL prints it, with microseconds, because a cursor truncated to milliseconds would repeat its own row. */
const INSTANT = /^(?!0000)\d{4}-\d\d-\d\d (?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d(?:\.\d{1,6})?\+00$/;
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/;

const orderOn: Key = { column: 'order_on', type: 'date', form: DAY };
const receivedAt: Key = { column: 'received_at', type: 'timestamptz', form: INSTANT };
const closedAt: Key = { column: 'closed_at', type: 'timestamptz', form: INSTANT };
const id: Key = { column: 'id', type: 'uuid', form: UUID };

export const ORDERINGS = {
  urgency: { name: 'urgency', keys: [orderOn, receivedAt, id], direction: 'asc' },
  received_first: { name: 'received_first', keys: [receivedAt, id], direction: 'asc' },
  received_last: { name: 'received_last', keys: [receivedAt, id], direction: 'desc' },
  closed_last: { name: 'closed_last', keys: [closedAt, id], direction: 'desc' },
} as const satisfies Record<Order, Ordering>;

export function orderSql({ keys, direction }: Ordering): string {
  return keys.map(({ column }) => `r.${column} ${direction}`).join(', ');
}

/** The timestamp key as text, because drivers truncate it to milliseconds; dates and uuids are exact. */
export function exactSql({ keys }: Ordering): string {
  const instant = keys.find(({ type }) => type === 'timestamptz');
  return instant ? `r.${instant.column}::text` : 'null';
}

/** A condition for rows after the cursor. @throws Refusal `bad_cursor` when it is malformed or of another order */
export function afterSql(ordering: Ordering, cursor: string, binds: Binds): string {
  const values = keysIn(cursor, ordering);
  const bound = ordering.keys.map(({ type }, at) => `${binds.add(values[at])}::${type}`);
  const columns = ordering.keys.map(({ column }) => `r.${column}`);
  return `(${columns.join(', ')}) ${ordering.direction === 'asc' ? '>' : '<'} (${bound.join(', ')})`;
}

/** The columns of a row from which its cursor is made. */
export type Placed = { id: string; order_on: string; exact: string };

export function cursorOf({ name, keys }: Ordering, row: Placed): string {
  const values = keys.map(({ type, column }) =>
    type === 'timestamptz' ? row.exact : column === 'order_on' ? row.order_on : row.id,
  );
  return encodeCursor([name, ...values]);
}

function keysIn(cursor: string, { name, keys }: Ordering): readonly string[] {
  const [order, ...values] = decodeCursor(cursor);
  const fits =
    order === name &&
    values.length === keys.length &&
    keys.every(({ form, type }, at) => {
      const value = values[at];
      return typeof value === 'string' && form.test(value) && (type === 'uuid' || isDate(value.slice(0, 10)));
    });
  if (!fits) throw new Refusal('bad_cursor');
  return values as readonly string[];
}

/** Refuses 31 February, which matches the pattern and would fail only in the database. */
function isDate(day: string): boolean {
  try {
    return Temporal.PlainDate.from(day, { overflow: 'reject' }).toString() === day;
  } catch {
    return false;
  }
}
