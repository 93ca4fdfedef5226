/** Finds events that sort before the end of the sealed log but have no leaf: they were inserted afterwards. */
import { CompiledQuery, type Kysely } from 'kysely';
import type { Tables } from '#server/db/schema.ts';
import { type LogCursor, sealedUpTo } from '../seal/log-cursor.ts';

/** Events per query: one statement over millions of events would exceed the statement timeout. */
const BATCH = 20_000;

/** Scans the events in sealing order, up to the newest checkpoint. */
export async function hasStrayEvent(on: Kysely<Tables>): Promise<boolean> {
  const end = await sealedUpTo(on);
  for (let after: LogCursor = { epoch: 0, xid: '0', seq: 0 }; ; ) {
    const { rows } = await on.executeQuery<LogCursor & { stray: boolean }>(
      CompiledQuery.raw(STEP, [after.epoch, after.xid, after.seq, end.epoch, end.xid, end.seq]),
    );
    const [last] = rows;
    if (!last) return false;
    if (last.stray) return true;
    after = last;
  }
}

const STEP = `
  with step as materialized (
    select id, epoch, xid, seq from audit_event
    where (epoch, xid, seq) > ($1::int, $2::xid8, $3::bigint) and (epoch, xid, seq) <= ($4::int, $5::xid8, $6::bigint)
    order by epoch, xid, seq limit ${BATCH})
  select epoch, xid::text, seq,
    exists (select from step s where not exists (select from audit_leaf l where l.event_id = s.id)) as stray
  from step order by step.epoch desc, step.xid desc, step.seq desc limit 1`;
