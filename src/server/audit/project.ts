/**
 * Rows (object, leaf) for the ids that list views showed, so that a person's trail finds them. Made behind the sealer, never
 * while somebody waits for a list: indexing fifty ids a page on the write path would halve what the log can take.
 */
import { CompiledQuery } from 'kysely';
import { columnsOfBody } from '#domain/audit/event-columns.ts';
import type { Database } from '../db/database.ts';
import type { Tx } from '../deps.ts';

const LOCK = 7_143_003;
const AT_ONCE = 2_000;

/** One step over the sealed events; true while there are more. Another process at it is none of ours. */
export function projectStep(db: Database): Promise<boolean> {
  return db.transaction(async (tx) => {
    const { rows } = await tx.executeQuery<{ mine: boolean }>(
      CompiledQuery.raw('select pg_try_advisory_xact_lock($1) as mine', [LOCK]),
    );
    if (!rows[0]?.mine) return false;
    const { done, sealed } = await reach(tx);
    const to = Math.min(done + AT_ONCE, sealed);
    if (to <= done) return false;
    const shown = await shownBetween(tx, done, to);
    if (shown.length > 0)
      await tx.executeQuery(
        CompiledQuery.raw(
          'insert into audit_mention (object_ref, ix) select * from unnest($1::text[], $2::bigint[])',
          [shown.map(({ ref }) => ref), shown.map(({ ix }) => ix)],
        ),
      );
    await tx.insertInto('audit_projection').values({ size: to }).execute();
    return to < sealed;
  });
}

async function reach(tx: Tx): Promise<{ done: number; sealed: number }> {
  const { rows } = await tx.executeQuery<{ done: number; sealed: number }>(
    CompiledQuery.raw(
      `select coalesce((select max(size) from audit_projection), 0) as done,
              coalesce((select max(size) from audit_checkpoint), 0) as sealed`,
      [],
    ),
  );
  return rows[0] ?? { done: 0, sealed: 0 };
}

async function shownBetween(
  tx: Tx,
  from: number,
  to: number,
): Promise<readonly { ref: string; ix: number }[]> {
  const { rows } = await tx.executeQuery<{ ix: number; body: string }>(
    CompiledQuery.raw(
      `select l.ix, e.body from audit_leaf l join audit_event e on e.id = l.event_id
       where l.ix >= $1 and l.ix < $2 and e.body like '%"targets":[%' order by l.ix`,
      [from, to],
    ),
  );
  return rows.flatMap(({ ix, body }) =>
    [...new Set(columnsOfBody(body)?.targets ?? [])].map((ref) => ({ ref, ix })),
  );
}
