/**
 * Projects the ids that list views showed into rows (object, leaf, actor, time), so that the trail of a person or a
 * request counts them from one index. Runs after the sealer and not on the write path, because indexing fifty ids a
 * page there halves the log's throughput.
 */
import { CompiledQuery } from 'kysely';
import { type Columns, columnsOfBody, LISTING_CODES } from '#domain/audit/event-columns.ts';
import type { Database } from '#server/db/database.ts';
import type { Tx } from '#server/deps.ts';
import { projectedUpTo, sealedUpTo } from './log-cursor.ts';

/**
 * Advisory lock of the projection. Pruning takes it too, else a row could be inserted after the body it comes from is
 * gone.
 */
export const PROJECTION_LOCK = 7_143_003;
/** Leaves per step. */
const AT_ONCE = 2_000;

/** Projects the next sealed events; returns true while there are more, false when another process holds the lock. */
export function projectStep(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.executeQuery<{ mine: boolean }>(
      CompiledQuery.raw('select pg_try_advisory_xact_lock($1) as mine', [PROJECTION_LOCK]),
    );
    if (!rows[0]?.mine) return false;
    const done = await projectedUpTo(tx);
    const { size: sealed } = await sealedUpTo(tx);
    const to = Math.min(done + AT_ONCE, sealed);
    if (to <= done) return false;
    const shown = await shownBetween(tx, done, to);
    if (shown.length > 0)
      await tx.executeQuery(
        CompiledQuery.raw(INSERT, [
          shown.map(({ listed }) => listed.join(' ')),
          shown.map(({ ix }) => ix),
          shown.map(({ columns }) => columns.actor),
          shown.map(({ columns }) => columns.at),
        ]),
      );
    await tx.insertInto('audit_projection').values({ size: to }).execute();
    return to < sealed;
  });
}

/** Takes the ids of one list view as one text, because actor and time are the same for all of them. */
const INSERT = `insert into audit_mention (object_ref, ix, actor, at)
  select ref::uuid, l.ix, l.actor, l.at
  from unnest($1::text[], $2::bigint[], $3::uuid[], $4::timestamptz[]) as l (refs, ix, actor, at),
    unnest(string_to_array(l.refs, ' ')) as ref`;

type Shown = { ix: number; listed: readonly string[]; columns: Columns };

/**
 * Returns the list views of a range that showed anything, in leaf order; read from the bodies, because those are
 * sealed. The CASE keeps PostgreSQL from using the index on `code`, else it may read every list view of the log for
 * each range.
 */
async function shownBetween(tx: Tx, from: number, to: number): Promise<readonly Shown[]> {
  const { rows } = await tx.executeQuery<{ ix: number; body: string }>(
    CompiledQuery.raw(
      `select l.ix, e.body from audit_leaf l join audit_event e on e.id = l.event_id
       where l.ix >= $1 and l.ix < $2 and case when e.code = any($3) then e.body end is not null order by l.ix`,
      [from, to, LISTING_CODES],
    ),
  );
  return rows.flatMap(({ ix, body }) => {
    const told = columnsOfBody(body);
    if (!told || told.listed.length === 0) return [];
    return [{ ix, listed: [...new Set(told.listed)], columns: told.columns }];
  });
}
