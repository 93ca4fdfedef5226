/** Reads an event of the log as the product wrote it, and the size of such events on disk. */
import { sql } from 'kysely';
import { AUDIT_EVENTS } from '#domain/audit/events.ts';
import type { Database } from '#server/db/database.ts';
import { openEmbedded } from '#server/db/pglite-node.ts';
import { openPostgres } from '#server/db/postgres.ts';
import type { AuditRow } from './floor.ts';

/** Bytes of an event: its body, its row, and its share of the table with all indexes. */
export type EventSize = { body: number; stored: number; whole: number };
type Where = { url: string } | { dir: string };

/** The newest event of a listed page. @throws if the product has written none */
export function eventIn(where: Where): Promise<AuditRow> {
  return reading(where, async (db) => {
    const { rows } = await sql<AuditRow>`
      select at, actor, code, outcome, body from audit_event
      where actor is not null and code = ${AUDIT_EVENTS['request.listed'].code} order by seq desc limit 1`.execute(
      db.kysely,
    );
    const [row] = rows;
    if (!row) throw new Error('the product listed nothing');
    return row;
  });
}

/** Mean sizes over the whole table; meaningful once it holds many events. */
export function eventSize(where: Where): Promise<EventSize> {
  return reading(where, async (db) => {
    const { rows } = await sql<EventSize>`
      select avg(octet_length(body))::int as body, avg(pg_column_size(e))::int as stored,
        (pg_total_relation_size('audit_event') / count(*))::int as whole
      from audit_event e`.execute(db.kysely);
    return rows[0] ?? { body: 0, stored: 0, whole: 0 };
  });
}

async function reading<T>(where: Where, read: (db: Database) => Promise<T>): Promise<T> {
  const db = 'url' in where ? openPostgres({ url: where.url, maxSessions: 1 }) : await openEmbedded(where);
  try {
    return await read(db);
  } finally {
    await db.close();
  }
}
