/**
 * Steps of a CSV export: the events of exactly the requested days, ordered by time, as far as the log was sealed when
 * the export began. An event committed later may have a time that is already written, so it is neither counted nor
 * exported.
 */
import { CompiledQuery } from 'kysely';
import { addDays, startOfDay } from '#domain/time/civil.ts';
import type { Deps } from '#server/deps.ts';
import { namesThen } from '#server/staff/names/former-names.ts';
import { type LogCursor, sealedUpTo } from '../seal/log-cursor.ts';
import { CSV_HEAD, type CsvEvent, csvLine } from './csv.ts';
import { BATCH, BEGINNING, type Making, monthOf, type Pace, type Piece, put } from './pace.ts';
import type { StoredExport } from './rows.ts';

export const csvRows: Making<StoredExport> = {
  begin: async (deps, row) => {
    await deps.seal?.();
    const { size: _, ...sealed } = await sealedUpTo(deps.db.kysely);
    return { total: await countOf(deps, row, sealed), pace: { ...BEGINNING, sealed } };
  },
  stepOf: async (deps, row, total, limit) => async (pace) => {
    const nameOf = total > limit ? (at: string) => `log-${monthOf(at)}.csv` : () => 'log.csv';
    const events = await eventsAfter(deps, row, pace);
    const last = events.at(-1);
    if (last) {
      const written = await put(deps, row.id, pace, piecesOf(events, nameOf));
      return { ...written, done: pace.done + events.length, after: { at: last.at, seq: last.seq } };
    }
    if (pace.parts.length > 0) return null;
    // No events on those days: the export is still one file, with only its head.
    return put(deps, row.id, pace, [{ name: nameOf(row.asked_at), head: CSV_HEAD, lines: [], count: 0 }]);
  },
};

function piecesOf(events: readonly CsvEvent[], nameOf: (at: string) => string): readonly Piece[] {
  const pieces: { name: string; head: string; lines: string[]; count: number }[] = [];
  for (const event of events) {
    const name = nameOf(event.at);
    let piece = pieces.at(-1);
    if (piece?.name !== name) {
      piece = { name, head: CSV_HEAD, lines: [], count: 0 };
      pieces.push(piece);
    }
    piece.lines.push(csvLine(event));
    piece.count += 1;
  }
  return pieces;
}

/** Returns the first instant and the end, exclusive; not after the request for the export, so that the job ends. */
function within({ from_on, to_on, asked_at }: StoredExport): readonly [string, string] {
  const asked = Temporal.Instant.from(asked_at);
  const since = from_on === null ? Temporal.Instant.fromEpochMilliseconds(0) : startOfDay(from_on);
  const end = to_on === null ? asked : startOfDay(addDays(to_on, 1));
  return [since.toString(), (Temporal.Instant.compare(end, asked) > 0 ? asked : end).toString()];
}

/** Counts what `eventsAfter` will return, for the progress bar and the choice of one file or one a month. */
async function countOf({ db }: Deps, row: StoredExport, sealed: LogCursor): Promise<number> {
  const [since, before] = within(row);
  const { rows } = await db.kysely.executeQuery<{ n: number }>(
    CompiledQuery.raw(
      `select count(*) as n from audit_event
       where at >= $1 and at < $2 and (epoch, xid, seq) <= ($3::int, $4::xid8, $5::bigint)`,
      [since, before, sealed.epoch, sealed.xid, sealed.seq],
    ),
  );
  return rows[0]?.n ?? 0;
}

/** The next batch after the last written row, by keyset (at, seq). */
async function eventsAfter(
  { db, vault }: Deps,
  row: StoredExport,
  { after, sealed }: Pace,
): Promise<readonly CsvEvent[]> {
  if (!sealed) throw new Error('the export was begun by another version');
  const [since, before] = within(row);
  const { epoch, xid, seq } = sealed;
  const { rows } = await db.kysely.executeQuery<CsvEvent>(
    CompiledQuery.raw(CSV_EVENTS, [after?.at ?? since, after?.seq ?? -1, before, epoch, xid, seq]),
  );
  const then = await db.transaction((tx) => namesThen({ tx, ports: { vault } }), { readOnly: true });
  return rows.map((row) =>
    row.actor === null || row.actor_name === null
      ? row
      : { ...row, actor_name: then({ id: row.actor, name: row.actor_name }, row.at) },
  );
}

/** A literal limit, else the plan for any number of events reads all leaves for each batch. */
const CSV_EVENTS = `
  select e.seq, e.id, e.at, e.actor, e.code, e.object_type, e.object_ref, e.outcome, e.purpose, e.body, l.ix, p.name as actor_name
  from (
    select * from audit_event where (at, seq) > ($1::timestamptz, $2::bigint) and at < $3
      and (epoch, xid, seq) <= ($4::int, $5::xid8, $6::bigint)
    order by at, seq limit ${BATCH}
  ) e left join audit_leaf l on l.event_id = e.id left join person p on p.id = e.actor
  order by e.at, e.seq`;
