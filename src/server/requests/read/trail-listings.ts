/**
 * How often requests stood in a list, before whom and when last. Counted over the whole log from one index of the rows that
 * are made behind the sealer; what is not projected yet is the log's short end, whose bodies are searched.
 */
import { CompiledQuery } from 'kysely';
import type { z } from 'zod';
import type { Listed } from '#contract/requests-read.ts';
import { LISTING_CODES } from '#domain/audit/event-columns.ts';
import { projectedUpTo, sealedUpTo } from '#server/audit/seal/log-cursor.ts';
import type { Tx } from '#server/deps.ts';

type Listings = z.output<typeof Listed>;

/** People only: a program reads no list. A list that showed several of the requests counts once. */
export async function listingsOf(tx: Tx, requestIds: readonly string[]): Promise<Listings> {
  const named = requestIds.map((id) => `%"${id}"%`);
  // Read apart, so that the planner knows how short the end of the log is.
  const done = await projectedUpTo(tx);
  const { size, epoch, xid, seq } = await sealedUpTo(tx);
  const { rows } = await tx.executeQuery<Listings['by'][number]>(
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
  return { count: rows.reduce((sum, { count }) => sum + count, 0), people: rows.length, by: [...rows] };
}

/** More than this is not sealed only where sealing has long stood still, which is an alarm of its own. */
const LONGEST_END = 100_000;

/** A list names a request once, so only lists of several need be told apart. */
const ROWS_OF_ONE = `select actor, at from audit_mention where object_ref = any($1::uuid[]) and ix < $4`;
const ROWS_OF_SEVERAL = `select actor, at from (
  select distinct ix, actor, at from audit_mention where object_ref = any($1::uuid[]) and ix < $4) lists`;

/**
 * Three parts of the log that do not meet: projected, sealed and not projected yet, not sealed yet. The two short ends are
 * read by their place alone, and only then by what they are: asked for both, the planner would begin with all lists ever.
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
  select p.id, p.name, s.count, s.last_at as "lastAt" from (
    select actor, count(*) as count, max(at) as last_at from shown group by actor) s
  join person p on p.id = s.actor order by s.count desc, p.name, p.id`;
