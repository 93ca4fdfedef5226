/**
 * Reads the log from a database for verification and export: events in batches in leaf order, each signed checkpoint
 * after the leaf that completes it.
 */
import { CompiledQuery, type Kysely } from 'kysely';
import type { LogItem, Mention } from '#domain/audit/verify-log.ts';
import type { Tables } from '#server/db/schema.ts';
import { macState } from '../record/event-mac.ts';
import { projectedUpTo, sealedUpTo } from './log-cursor.ts';
import { DETAIL_SQL, type DetailRow, type DetailVault, foundDetail } from './log-details.ts';

/** Rows per query: a statement that runs for seconds is cancelled, and memory must not grow with the log. */
const BATCH = 1_000;

export type LogRange = {
  /** Index of the first leaf; default 0. */
  from?: number;
  /** Checkpoints larger than this; default all. */
  notesAfter?: number;
  /** Leaves and checkpoints up to this size; default to the end of the log. */
  until?: number;
  /** Reads the encrypted texts beside the events too. */
  vault?: DetailVault;
};

/** Yields events and signed checkpoints in log order. */
export async function* logItems(
  on: Kysely<Tables>,
  { from: first = 0, notesAfter = 0, until = Number.MAX_SAFE_INTEGER, vault }: LogRange = {},
): AsyncGenerator<LogItem> {
  const projected = await projectedUpTo(on);
  // A pruning sealed from here on may be read only in part, so its rows are marked `prunedWaits`: read the log again.
  const { size: began } = await sealedUpTo(on);
  const notes = signedNotes(on, notesAfter, until);
  let note = (await notes.next()).value;
  for (let from = first; from < until; ) {
    const { rows } = await on.executeQuery<Row>(
      CompiledQuery.raw(vault ? WITH_DETAILS : EVENTS, [from, Math.min(BATCH, until - from), began]),
    );
    for (const row of rows) {
      // A reader that begins in the middle may lack checkpoints that belong before its first leaf.
      while (note && note.size <= row.ix) {
        yield { kind: 'checkpoint', size: note.size, note: note.note, published: false };
        note = (await notes.next()).value;
      }
      yield itemOf(row, projected, vault);
      while (note && note.size <= row.ix + 1) {
        yield { kind: 'checkpoint', size: note.size, note: note.note, published: false };
        note = (await notes.next()).value;
      }
    }
    const last = rows.at(-1);
    if (!last) break;
    from = last.ix + 1;
  }
  for (; note; note = (await notes.next()).value)
    yield { kind: 'checkpoint', size: note.size, note: note.note, published: false };
}

/** Rows below the first leaf, which trails would count, are read as the first leaf's, so that verification finds them. */
const LOWEST = '-9223372036854775808';

/**
 * Selects from the leaves, so that the place of a deleted event is still returned, empty. Starts at the first leaf ≥
 * `$1`.
 */
const eventsWith = (detail: {
  columns: string;
  joins: string;
}) => `with range as (select min(ix) as first from audit_leaf where ix >= $1),
    lists as (
      select greatest(m.ix, 0) as ix, m.actor, m.at, string_agg(m.object_ref::text, '/') as refs from audit_mention m, range r
      where m.ix >= case when r.first = 0 then ${LOWEST} else r.first end and m.ix < r.first + $2
      group by 1, m.actor, m.at),
    shown as (
      select ix, array_agg(actor) as actors, array_agg(at) as times, array_agg(refs) as refs from lists group by ix)
  select l.ix, l.leaf, e.id, e.at, e.actor, e.code, e.outcome, e.object_type, e.object_ref, e.purpose, e.body, s.actors, s.times, s.refs,
    p.event_id as pruned_by, w.ix >= $3 as pruned_later,
    case when p.event_id is not null and w.ix is null then (select a.body from audit_event a where a.id = p.event_id) end as pruned_waiting${detail.columns}
  from range r join audit_leaf l on l.ix >= r.first and l.ix < r.first + $2
    left join audit_event e on e.id = l.event_id
    left join shown s on s.ix = l.ix
    left join audit_pruned p on p.ix = l.ix
    left join audit_leaf w on w.event_id = p.event_id${detail.joins}
  order by l.ix`;

const EVENTS = eventsWith({ columns: '', joins: '' });
const WITH_DETAILS = eventsWith(DETAIL_SQL);

type Row = {
  ix: number;
  leaf: Uint8Array;
  id: string | null;
  at: string;
  actor: string | null;
  code: string;
  outcome: string;
  object_type: string | null;
  object_ref: string | null;
  purpose: string | null;
  body: string | null;
  /**
   * Mentions grouped by actor and time, '/' between the ids. Each array has one element unless rows were tampered with.
   */
  actors: (string | null)[] | null;
  times: string[] | null;
  refs: string[] | null;
  pruned_by: string | null;
  /** The prune event was sealed after the reading began. */
  pruned_later: boolean | null;
  /** The body of the prune event while that is not sealed. */
  pruned_waiting: string | null;
} & Partial<DetailRow>;

function itemOf(row: Row, projected: number, vault: DetailVault | undefined): LogItem {
  const { ix, leaf, id, body } = row;
  if (id === null) return { kind: 'event', ix, leaf, body: undefined };
  return {
    kind: 'event',
    ix,
    leaf,
    body,
    columns: {
      id,
      at: row.at,
      actor: row.actor,
      code: row.code,
      outcome: row.outcome,
      objectType: row.object_type,
      objectRef: row.object_ref,
      purpose: row.purpose,
    },
    ...(ix < projected ? { mentions: mentionsOf(row) } : {}),
    ...(row.pruned_by === null ? {} : { prunedBy: row.pruned_by }),
    ...(row.pruned_later || isGenuine(vault, row.pruned_waiting) ? { prunedWaits: true } : {}),
    ...(vault ? { detail: foundDetail(vault, row) } : {}),
    ...(isGenuine(vault, row.detail_waiting) ? { detailWaits: true } : {}),
  };
}

/** Whether an unsealed event will be sealed: else a forged one would excuse a missing text for ever. */
function isGenuine(vault: DetailVault | undefined, body: string | null | undefined): boolean {
  return typeof body === 'string' && (!vault || macState(vault, body) === 'right');
}

function mentionsOf({ actors, times, refs }: Row): Mention[] {
  return (refs ?? []).map((joined, at) => ({
    actor: actors?.[at] ?? null,
    at: times?.[at] ?? '',
    // '/' needs no quotes in an array literal, and the parser reads quoted elements letter by letter, which is slow.
    listed: joined.split('/'),
  }));
}

async function* signedNotes(
  on: Kysely<Tables>,
  beyond: number,
  until: number,
): AsyncGenerator<{ size: number; note: string }, undefined> {
  for (let after = beyond; ; ) {
    const rows = await on
      .selectFrom('audit_signature')
      .select(['size', 'note'])
      .where('size', '>', after)
      .where('size', '<=', until)
      .orderBy('size')
      .limit(BATCH)
      .execute();
    yield* rows;
    const last = rows.at(-1);
    if (!last) return undefined;
    after = last.size;
  }
}
