/**
 * Rows (object, leaf, who, when) for the requests that list views showed, so that a person's trail counts them from one index.
 * Made behind the sealer, never while somebody waits for a list: indexing fifty ids a page on the write path would halve
 * what the log can take.
 */
import { CompiledQuery } from 'kysely';
import { type Columns, columnsOfBody, LISTING_CODES } from '#domain/audit/event-columns.ts';
import type { Database } from '#server/db/database.ts';
import type { Tx } from '#server/deps.ts';
import { projectedUpTo, sealedUpTo } from './log-cursor.ts';

/** Held while rows are made; who prunes holds it too, or a row could come after its text went. */
export const PROJECTION_LOCK = 7_143_003;
const AT_ONCE = 2_000;

/** One step over the sealed events; true while there are more. Another process at it is none of ours. */
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

/** A list's requests travel as one text: who and when are the same for all of them. */
const INSERT = `insert into audit_mention (object_ref, ix, actor, at)
  select ref::uuid, l.ix, l.actor, l.at
  from unnest($1::text[], $2::bigint[], $3::uuid[], $4::timestamptz[]) as l (refs, ix, actor, at),
    unnest(string_to_array(l.refs, ' ')) as ref`;

type Shown = { ix: number; listed: readonly string[]; columns: Columns };

/**
 * Lists that showed anything, in the order of leaves; read from the texts, because those are what is sealed. The
 * condition on the kind is written so that no index serves it, else the planner may read all lists there ever were for each
 * range.
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
