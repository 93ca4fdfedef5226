/**
 * Decides which leaves an export of some days contains. Leaves are in commit order but events carry their start time,
 * so near midnight the two orders differ: a part begins with the first leaf of its days, ends at a signed checkpoint
 * over the last one, and includes every leaf between.
 */
import { CompiledQuery, type Kysely } from 'kysely';
import { addDays, type CivilDate, civilDateAt, startOfDay } from '#domain/time/civil.ts';
import type { Tables } from '#server/db/schema.ts';
import { newestSigned } from '../seal/sign.ts';

/** First and last day, both included; null for an open end. */
export type Days = { from: CivilDate | null; to: CivilDate | null };
/** Leaves from `first` up to but not including `end`, which is the size of a signed checkpoint. */
export type Leaves = { first: number; end: number };
/** The leaves of one file, and the month in its name; '' when the export is one file. */
export type MonthLeaves = Leaves & { month: string };

type Log = Kysely<Tables>;

/**
 * Returns one part, or a part for each month when there are more than `limit` leaves; for days without events, one part
 * without leaves at the newest signature. Reads only events of the requested days.
 */
export async function partsOfLog(log: Log, days: Days, limit: number): Promise<readonly MonthLeaves[]> {
  const newest = (await newestSigned(log))?.size ?? 0;
  const whole = days.from === null && days.to === null;
  const named = (part: Leaves) => [{ ...part, month: '' }];
  if (whole && newest <= limit) return named({ first: 0, end: newest });
  const months: Month[] = [];
  for await (const month of monthsWithin(log, days)) months.push(month);
  const first = days.from === null ? 0 : Math.min(...months.map((month) => month.first));
  if (months.length === 0 || first >= newest) return named({ first: newest, end: newest });
  const end = days.to === null ? newest : await sizeOver(log, lastOf(months), newest);
  if (end - first <= limit) return named({ first, end });
  const parts: MonthLeaves[] = [];
  for (const [at, { month }] of months.entries()) {
    const begins = parts.at(-1)?.end ?? first;
    const ends =
      at === months.length - 1 ? end : await sizeOver(log, lastOf(months.slice(0, at + 1)), newest);
    // Empty when an earlier part already covers the month's leaves, for example because a clock was behind.
    if (ends > begins) parts.push({ month, first: begins, end: ends });
  }
  return parts;
}

/** The first leaf of a month's events and the end of the last; infinite for an event that is not sealed yet. */
type Month = Leaves & { month: string };

/**
 * Yields only months with events, so that one event from a clock far behind does not cost a query for each month since.
 */
async function* monthsWithin(log: Log, { from, to }: Days): AsyncGenerator<Month> {
  const until = to === null ? null : startOfDay(addDays(to, 1));
  let since = from === null ? Temporal.Instant.fromEpochMilliseconds(0) : startOfDay(from);
  for (;;) {
    const next = await firstTime(log, since);
    if (next === null || (until !== null && Temporal.Instant.compare(next, until) >= 0)) return;
    const month = civilDateAt(next).slice(0, 7);
    const over = startOfDay(
      Temporal.PlainYearMonth.from(month).add({ months: 1 }).toPlainDate({ day: 1 }).toString(),
    );
    const before = until !== null && Temporal.Instant.compare(until, over) < 0 ? until : over;
    const { rows } = await log.executeQuery<{ first: number | null; last: number | null }>(
      CompiledQuery.raw(LEAVES_BETWEEN, [since.toString(), before.toString()]),
    );
    const { first = null, last = null } = rows[0] ?? {};
    yield {
      month,
      first: first ?? Number.POSITIVE_INFINITY,
      end: last === null ? Number.POSITIVE_INFINITY : last + 1,
    };
    since = before;
  }
}

async function firstTime(log: Log, since: Temporal.Instant): Promise<Temporal.Instant | null> {
  const row = await log
    .selectFrom('audit_event')
    .select('at')
    .where('at', '>=', since.toString())
    .orderBy('at')
    .limit(1)
    .executeTakeFirst();
  return row ? Temporal.Instant.from(row.at) : null;
}

/** MATERIALIZED, else PostgreSQL scans the sealing-order index from the beginning of the log. */
const LEAVES_BETWEEN = `
  with told as materialized (select id, epoch, xid, seq from audit_event where at >= $1 and at < $2)
  select (select ix from audit_leaf where event_id = (select id from told order by epoch, xid, seq limit 1)) as first,
    (select ix from audit_leaf where event_id = (select id from told order by epoch desc, xid desc, seq desc limit 1)) as last`;

function lastOf(months: readonly Month[]): number {
  return Math.max(0, ...months.map(({ end }) => end));
}

/** Returns the size of the first signed checkpoint that covers so many leaves; the newest one's when none does yet. */
async function sizeOver(log: Log, leaves: number, newest: number): Promise<number> {
  if (leaves >= newest) return newest;
  const row = await log
    .selectFrom('audit_signature')
    .select('size')
    .where('size', '>=', leaves)
    .orderBy('size')
    .limit(1)
    .executeTakeFirst();
  return row?.size ?? newest;
}
