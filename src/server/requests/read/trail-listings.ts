/**
 * Counts how often requests appeared in lists, per viewer and with the last time. Listings are counted from
 * `audit_mention`, which a projection fills after sealing; events not projected yet are few, and their bodies are
 * searched.
 */
import { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import type { Listed } from '#contract/requests-read.ts';
import { LISTING_CODES } from '#domain/audit/event-columns.ts';
import { writtenForms } from '#domain/audit/short-ids.ts';
import { projectedUpTo, sealedUpTo } from '#server/audit/seal/log-cursor.ts';
import type { Ports, Tx } from '#server/deps.ts';
import { namedThen, namesThen } from '#server/staff/names/former-names.ts';
import { listShown } from './list-shown.ts';

type Listings = z.output<typeof Listed>;

/**
 * Counts listings by people only, since programs read no lists. A list that showed several of the requests counts once.
 */
export async function listingsOf(
  env: { tx: Tx; ports: Pick<Ports, 'vault'> },
  requestIds: readonly string[],
): Promise<Listings> {
  const { tx } = env;
  // The short forms contain characters that LIKE would read as a pattern.
  const named = requestIds.flatMap(writtenForms).map((form) => `%${form.replace(/[%_]/g, '\\$&')}%`);
  // Read before and bound as values, so that the planner can estimate how few events are not projected yet.
  const done = await projectedUpTo(tx);
  const { size, epoch, xid, seq } = await sealedUpTo(tx);
  const { rows } = await tx.executeQuery<Omit<Listings['by'][number], 'shown'> & { firstAt: string }>(
    CompiledQuery.raw(statementOver(requestIds.length === 1 ? ROWS_OF_ONE : ROWS_OF_SEVERAL), [
      requestIds,
      LISTING_CODES,
      named,
      done,
      epoch,
      xid,
      seq,
      size,
    ]),
  );
  const then = await namesThen(env);
  const shown = await listShown(tx, requestIds, rows);
  return {
    count: rows.reduce((sum, { count }) => sum + count, 0),
    people: rows.length,
    by: rows.map(({ firstAt: _, ...row }) => ({
      ...namedThen(then, row, row.lastAt),
      shown: shown.get(row.id) ?? 'either',
    })),
  };
}

/** More unsealed events than this exist only when sealing has stopped for long, which raises an alarm of its own. */
const LONGEST_END = 100_000;

/** A list mentions a request once, so only a trail of several requests needs `distinct`. */
const ROWS_OF_ONE = `select actor, at from audit_mention where object_ref = any($1::uuid[]) and ix < $4`;
const ROWS_OF_SEVERAL = `select actor, at from (
  select distinct ix, actor, at from audit_mention where object_ref = any($1::uuid[]) and ix < $4) lists`;

/**
 * The log in three disjoint parts: projected, sealed but not projected, not sealed. The two short parts are
 * MATERIALIZED by position and filtered by code afterwards, else the planner starts with the index of all listings ever
 * made.
 */
const statementOver = (projected: string) => `
  with unsealed as materialized (
    select actor, at, code, body from audit_event where (epoch, xid, seq) > ($5, $6::xid8, $7)
    order by epoch, xid, seq limit ${LONGEST_END}),
  unprojected as materialized (
    select e.actor, e.at, e.code, e.body from audit_leaf l join audit_event e on e.id = l.event_id
    where l.ix >= $4 and l.ix < $8),
  shown as (
    ${projected}
    union all
    select actor, at from unprojected where code = any($2) and body like any($3)
    union all
    select actor, at from unsealed where code = any($2) and body like any($3))
  select p.id, p.name, s.count, s.last_at as "lastAt", s.first_at as "firstAt" from (
    select actor, count(*) as count, max(at) as last_at, min(at) as first_at from shown group by actor) s
  join person p on p.id = s.actor order by s.count desc, p.name, p.id`;
