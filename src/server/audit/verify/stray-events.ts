/**
 * Finds events that sort before the end of the sealed log but have no leaf: they were inserted afterwards, or the sealer
 * refused them because the server did not write them.
 */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';
import { type LogCursor, sealedUpTo } from '../seal/log-cursor.ts';

/** Events per query: one statement over millions of events would exceed the statement timeout. */
const BATCH = 20_000;
/** As many ids as a person reads. */
const MOST = 20;

/** Scans the events in sealing order, up to the newest checkpoint; returns the first ids without a leaf. */
export async function strayEvents(on: Kysely<Tables>): Promise<readonly string[]> {
  const end = await sealedUpTo(on);
  const ids: string[] = [];
  for (let after: LogCursor = { epoch: 0, xid: '0', seq: 0 }; ids.length < MOST; ) {
    const { rows } = await on.executeQuery<LogCursor & { strays: string[] | null }>(
      CompiledQuery.raw(STEP, [after.epoch, after.xid, after.seq, end.epoch, end.xid, end.seq]),
    );
    const [last] = rows;
    if (!last) break;
    ids.push(...(last.strays ?? []));
    after = last;
  }
  return ids.slice(0, MOST);
}

const STEP = `
  with step as materialized (
    select id, epoch, xid, seq from audit_event
    where (epoch, xid, seq) > ($1::int, $2::xid8, $3::bigint) and (epoch, xid, seq) <= ($4::int, $5::xid8, $6::bigint)
    order by epoch, xid, seq limit ${BATCH})
  select epoch, xid::text, seq,
    (select array_agg(id order by epoch, xid, seq) from step s
     where not exists (select from audit_leaf l where l.event_id = s.id)) as strays
  from step order by step.epoch desc, step.xid desc, step.seq desc limit 1`;
