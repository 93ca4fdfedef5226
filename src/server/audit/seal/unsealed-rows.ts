/**
 * Reads the next events to be sealed, in sealing order up to the horizon, and sorts out those that the server did not
 * write.
 */
import { CompiledQuery } from 'kysely';
import type { Tx } from '#server/deps.ts';
import type { MacState } from '../record/event-mac.ts';
import type { LogCursor } from './log-cursor.ts';

type Row = LogCursor & { id: string; body: string | null };

export type Next = {
  /** Events to seal, in order. */
  rows: readonly (Row & { body: string })[];
  /** Ids of events with a missing or a wrong MAC; they are never sealed. */
  foreign: readonly string[];
  /** More events are waiting than one step takes. */
  more: boolean;
};

type Reading = {
  after: LogCursor;
  limit: number;
  stateOf: (body: string) => MacState;
  /** Whether an event with a MAC is sealed already, so that all later ones must have one. */
  begun: boolean;
};

export async function nextRows(tx: Tx, { after, limit, stateOf, begun }: Reading): Promise<Next> {
  const rows: (Row & { body: string })[] = [];
  const foreign: string[] = [];
  let since = begun;
  let cursor = after;
  for (;;) {
    const { rows: batch } = await tx.executeQuery<Row>(
      CompiledQuery.raw(NEXT, [cursor.epoch, cursor.xid, cursor.seq, limit]),
    );
    const more = batch.length === limit;
    for (const row of batch) {
      const { id, body } = row;
      const state = body === null ? 'wrong' : stateOf(body);
      if (body === null || state === 'wrong' || (state === 'none' && since)) {
        foreign.push(id);
        continue;
      }
      since ||= state === 'right';
      rows.push({ ...row, body });
    }
    const last = batch.at(-1);
    // A flood of foreign events must not hide the genuine ones behind it.
    if (!last || !more || rows.length > 0) return { rows, foreign, more };
    cursor = last;
  }
}

/** Whether the newest sealed event that still has its body has a MAC. */
export async function macsBegan(tx: Tx, size: number, stateOf: (body: string) => MacState): Promise<boolean> {
  const { rows } = await tx.executeQuery<{ body: string }>(CompiledQuery.raw(NEWEST, [size, LOOK_BACK]));
  return rows[0] !== undefined && stateOf(rows[0].body) !== 'none';
}

/** Leaves searched for a body; the newest are pruned only in a log that was silent for a year. */
const LOOK_BACK = 1_000;

const NEWEST = `select e.body from audit_leaf l join audit_event e on e.id = l.event_id
  where l.ix < $1::bigint and l.ix >= $1::bigint - $2::bigint and e.body is not null order by l.ix desc limit 1`;

/**
 * Horizon and rows in one statement, because two statements would see two snapshots. Events of an earlier epoch need no
 * horizon: they came with a restored dump, so all of them are committed. A later epoch than the newest does not exist.
 */
const NEXT = `
  select e.id, e.epoch, e.xid::text, e.seq, e.body from audit_event e
  where (e.epoch, e.xid, e.seq) > ($1::int, $2::xid8, $3::bigint)
    and (e.epoch < (select max(epoch) from audit_epoch)
      or e.epoch = (select max(epoch) from audit_epoch) and e.xid < pg_snapshot_xmin(pg_current_snapshot()))
  order by e.epoch, e.xid, e.seq limit $4`;
