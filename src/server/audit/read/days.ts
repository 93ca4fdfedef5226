/** The log counted by civil day, with work that is bounded however long the log is. */
import { sql } from 'kysely';
import type { countAuditDays } from '#contract/audit-days.ts';
import { MOST_DAYS } from '#contract/audit-days.ts';
import type { ResponseOf } from '#contract/endpoint.ts';
import {
  addDays,
  type CivilDate,
  civilDateAt,
  daysBetween,
  earliest,
  startOfDay,
} from '#domain/time/civil.ts';
import type { Tx } from '#server/deps.ts';
import { type Filter, matching, type Readable } from './query.ts';

type Counted = ResponseOf<typeof countAuditDays>;

const USUAL_DAYS = 30;
/** Events of the time asked for that are looked through, newest first; a longer look would not stay quick. */
const MOST_LOOKED_AT = 200_000;

/** Counts of every day from `from` to `to`; days that could not be counted whole are left out and `capped` says so. */
export async function daysOfLog(
  tx: Tx,
  filter: Filter,
  readable: Readable,
  now: Temporal.Instant,
  mostLookedAt = MOST_LOOKED_AT,
): Promise<Counted> {
  const { days, cut } = civilDaysOf(filter, now);
  const [first, last] = [days[0] ?? civilDateAt(now), days.at(-1) ?? civilDateAt(now)];
  const time = {
    from: later(filter.from, startOfDay(first)),
    to: sooner(filter.to, startOfDay(addDays(last, 1))),
  };
  // What was done to one thing is little and has an index of its own: it is counted to the end.
  const reached = filter.object === undefined ? await reachedBack(tx, time, mostLookedAt) : null;
  const whole = reached === null ? first : earliest(addDays(civilDateAt(reached), 1), last);
  const shown = days.filter((on) => on >= whole);
  const counts = await countsOf(
    tx,
    { ...filter, ...time, from: later(time.from, startOfDay(whole)) },
    readable,
    shown,
  );
  return {
    from: whole,
    to: last,
    days: shown.map((on, at) => ({ on, ...(counts.get(at + 1) ?? { count: 0, denied: 0 }) })),
    capped: cut || reached !== null,
  };
}

/** How far back the newest events go that may be looked through; null when that is the whole time. By the index alone. */
async function reachedBack(
  tx: Tx,
  { from, to }: { from: string; to: string },
  most: number,
): Promise<Temporal.Instant | null> {
  const row = await tx
    .selectFrom('audit_event')
    .select('at')
    .where('at', '>=', from)
    .where('at', '<', to)
    .orderBy('at', 'desc')
    .offset(most)
    .limit(1)
    .executeTakeFirst();
  return row ? Temporal.Instant.from(row.at) : null;
}

/** Every day in one statement, by its number among `days`. Bounds are values and no sub-query, or it is planned as a scan of the whole log. */
async function countsOf(
  tx: Tx,
  filter: Filter,
  readable: Readable,
  days: readonly CivilDate[],
): Promise<ReadonlyMap<number, { count: number; denied: number }>> {
  const starts = days.map((day) => startOfDay(day).toString());
  const rows = await tx
    .selectFrom('audit_event')
    .select(({ fn }) => [
      sql<number>`width_bucket(at, ${starts}::timestamptz[])`.as('day'),
      fn.countAll<number>().as('count'),
      fn.countAll<number>().filterWhere('outcome', '=', 'denied').as('denied'),
    ])
    .where((where) => matching(where, filter, readable))
    .groupBy(sql`1`)
    .execute();
  return new Map(rows.map(({ day, count, denied }) => [day, { count, denied }]));
}

/** The civil days of a filter: without a beginning the last thirty, never more than a picture holds, none to come. */
export function civilDaysOf(
  { from, to }: Pick<Filter, 'from' | 'to'>,
  now: Temporal.Instant,
): { days: readonly CivilDate[]; cut: boolean } {
  const today = civilDateAt(now);
  // `to` itself is not in the filter.
  const last = to
    ? earliest(civilDateAt(Temporal.Instant.from(to).subtract({ nanoseconds: 1 })), today)
    : today;
  const wanted = from ? daysBetween(civilDateAt(Temporal.Instant.from(from)), last) + 1 : USUAL_DAYS;
  const length = Math.min(Math.max(wanted, 1), MOST_DAYS);
  return {
    days: Array.from({ length }, (_, at) => addDays(last, at + 1 - length)),
    cut: wanted > MOST_DAYS,
  };
}

function later(given: string | undefined, bound: Temporal.Instant): string {
  const inside = given !== undefined && Temporal.Instant.compare(Temporal.Instant.from(given), bound) > 0;
  return inside ? given : bound.toString();
}

function sooner(given: string | undefined, bound: Temporal.Instant): string {
  const inside = given !== undefined && Temporal.Instant.compare(Temporal.Instant.from(given), bound) < 0;
  return inside ? given : bound.toString();
}
