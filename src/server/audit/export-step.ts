/**
 * One batch of an export. JSON lines go by leaf from the beginning of the log to a signed checkpoint, so that the file can
 * be verified by itself; CSV goes by time and takes what it was asked for. Both begin a new file with each month where
 * there is more than a spreadsheet holds.
 */
import { CompiledQuery } from 'kysely';
import { columnsOfBody } from '#domain/audit/event-columns.ts';
import type { LogItem } from '#domain/audit/verify-log.ts';
import { addDays, type CivilDate, civilDateAt, startOfDay } from '#domain/time/civil.ts';
import type { Deps } from '../deps.ts';
import { CSV_HEAD, type CsvEvent, csvLine } from './export-csv.ts';
import { EXPORT_FORMAT, headLine, itemLine } from './export-format.ts';
import type { StoredExport } from './export-rows.ts';
import { logKeys } from './log-keys.ts';
import { logItems } from './log-source.ts';
import { newestSigned } from './sign.ts';

/** How far an export is; kept in its row. */
export type Pace = {
  done: number;
  /** JSON lines: the next leaf. */
  ix: number;
  /** CSV: the last row that was written. */
  after: { at: string; seq: number } | null;
  /** The newest last; only the last one is under way. */
  parts: { name: string; bytes: number; count: number }[];
};
type Step = (pace: Pace) => Promise<Pace | null>;

const BATCH = 2_000;
/** More rows than this go into a file for each month; a spreadsheet holds 1 048 576. */
const ONE_FILE = 1_000_000;

/** What there is to do. JSON lines hold the event that tells of them, and end where somebody signed. */
export async function beginning(deps: Deps, row: StoredExport): Promise<{ total: number; pace: Pace }> {
  const pace: Pace = { done: 0, ix: 0, after: null, parts: [] };
  if (row.format === 'csv') return { total: await countOf(deps, row), pace };
  await deps.seal?.();
  return { total: await signedSize(deps, row.to_on), pace };
}

export async function stepOf(deps: Deps, row: StoredExport, total: number): Promise<Step> {
  const nameOf = (month: string) => `log${total > ONE_FILE ? `-${month}` : ''}.${row.format}`;
  const put = writerOf(deps, row.id);
  if (row.format === 'csv')
    return async (pace) => {
      const events = await eventsAfter(deps, row, pace.after);
      const last = events.at(-1);
      if (!last)
        return pace.parts.length > 0
          ? null
          : put(pace, [{ name: nameOf(''), head: CSV_HEAD, lines: [] }], {});
      const files = grouped(events, (event) => nameOf(monthOf(event.at)), csvLine);
      return put(
        pace,
        files.map((file) => ({ ...file, head: CSV_HEAD })),
        { done: pace.done + events.length, after: { at: last.at, seq: last.seq } },
      );
    };
  const keys = await logKeys(deps.db.kysely, deps.vault);
  const head = headLine({ format: EXPORT_FORMAT, keys, madeAt: row.asked_at, from: 0, before: [] });
  return async (pace) => {
    if (pace.ix >= total && pace.parts.length > 0) return null;
    const until = Math.min(total, pace.ix + BATCH);
    const items: LogItem[] = [];
    for await (const item of logItems(deps.db.kysely, { from: pace.ix, notesAfter: pace.ix, until }))
      items.push(item);
    // Months go forward only: a checkpoint, or an event whose clock was behind, stays where the log has it.
    let name = pace.parts.at(-1)?.name ?? '';
    const place = (item: LogItem): string => {
      const told = item.kind === 'event' && item.body ? columnsOfBody(item.body) : null;
      const named = told ? nameOf(monthOf(told.columns.at)) : name || nameOf(monthOf(row.asked_at));
      if (named > name) name = named;
      return name;
    };
    const files = grouped(items, place, itemLine, (item) => item.kind === 'event');
    const first = pace.parts.length === 0;
    return put(
      pace,
      files.length > 0
        ? files.map((file, at) => ({ ...file, head: first && at === 0 ? head : '' }))
        : [{ name: nameOf(monthOf(row.asked_at)), head, lines: [], count: 0 }],
      { done: until, ix: until },
    );
  };
}

type Piece = { name: string; head: string; lines: readonly string[]; count?: number };

/** Appends to the file under way; a piece with another name ends it and begins the next. */
function writerOf({ exports: place }: Deps, id: string) {
  return async (pace: Pace, pieces: readonly Piece[], further: Partial<Pace>): Promise<Pace> => {
    if (!place) throw new Error('there is no place for exports');
    const parts = pace.parts.map((part) => ({ ...part }));
    for (const { name, head, lines, count = lines.length } of pieces) {
      let part = parts.at(-1);
      if (part?.name !== name) {
        part = { name, bytes: 0, count: 0 };
        parts.push(part);
      }
      const text = (part.bytes === 0 ? head : '') + lines.join('');
      part.bytes = await place.write(id, name, part.bytes, text);
      part.count += count;
    }
    return { ...pace, ...further, parts };
  };
}

function grouped<T>(
  items: readonly T[],
  nameOf: (item: T) => string,
  lineOf: (item: T) => string,
  counts: (item: T) => boolean = () => true,
): readonly { name: string; lines: string[]; count: number }[] {
  const files: { name: string; lines: string[]; count: number }[] = [];
  for (const item of items) {
    const name = nameOf(item);
    let file = files.at(-1);
    if (file?.name !== name) {
      file = { name, lines: [], count: 0 };
      files.push(file);
    }
    file.lines.push(lineOf(item));
    if (counts(item)) file.count += 1;
  }
  return files;
}

function monthOf(at: string): string {
  return civilDateAt(Temporal.Instant.from(at)).slice(0, 7);
}

/** The newest signed size, or the first that was signed after a day was over. */
async function signedSize({ db }: Deps, to: CivilDate | null): Promise<number> {
  const newest = (await newestSigned(db.kysely))?.size ?? 0;
  if (to === null) return newest;
  const after = await db.kysely
    .selectFrom('audit_signature')
    .select('size')
    .where('at', '>=', startOfDay(addDays(to, 1)).toString())
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  return after?.size ?? newest;
}

/** Instants between which CSV looks; the end is when it was asked for, so that it comes to one. */
function within({ from_on, to_on, asked_at }: StoredExport): readonly [string, string] {
  const asked = Temporal.Instant.from(asked_at);
  const since = from_on === null ? Temporal.Instant.fromEpochMilliseconds(0) : startOfDay(from_on);
  const end = to_on === null ? asked : startOfDay(addDays(to_on, 1));
  return [since.toString(), (Temporal.Instant.compare(end, asked) > 0 ? asked : end).toString()];
}

async function countOf({ db }: Deps, row: StoredExport): Promise<number> {
  const [since, before] = within(row);
  const { rows } = await db.kysely.executeQuery<{ n: number }>(
    CompiledQuery.raw('select count(*) as n from audit_event where at >= $1 and at < $2', [since, before]),
  );
  return rows[0]?.n ?? 0;
}

async function eventsAfter(
  { db }: Deps,
  row: StoredExport,
  after: Pace['after'],
): Promise<readonly CsvEvent[]> {
  const [since, before] = within(row);
  const { rows } = await db.kysely.executeQuery<CsvEvent>(
    CompiledQuery.raw(CSV_EVENTS, [after?.at ?? since, after?.seq ?? -1, before, BATCH]),
  );
  return rows;
}

const CSV_EVENTS = `
  select e.seq, e.id, e.at, e.actor, e.code, e.object_type, e.object_ref, e.outcome, e.purpose, e.body, l.ix, p.name as actor_name
  from (
    select * from audit_event where (at, seq) > ($1::timestamptz, $2::bigint) and at < $3 order by at, seq limit $4
  ) e left join audit_leaf l on l.event_id = e.id left join person p on p.id = e.actor
  order by e.at, e.seq`;
