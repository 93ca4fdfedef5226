/** The log counted by civil day, in one statement whose work is bounded however long the log is. */
import { expressionBuilder, sql } from 'kysely';
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
import type { Tables } from '../db/schema.ts';
import type { Tx } from '../deps.ts';
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
  const from = later(filter.from, startOfDay(first));
  const to = sooner(filter.to, startOfDay(addDays(last, 1)));
  const where = matching(expressionBuilder<Tables, 'audit_event'>(), { ...filter, from, to }, readable);
  // What somebody did, or what was done to something, has an index of its own and is counted to the end.
  const bound = filter.actor === undefined && filter.object === undefined ? sql`true` : sql`false`;
  const starts = days.map((day) => startOfDay(day).toString());
  const { rows } = await sql<Row>`
    with reached as (
      select at from audit_event where ${bound} and at >= ${from} and at < ${to}
      order by at desc offset ${mostLookedAt} limit 1
    )
    select null::int as day, 0 as count, 0 as denied, at as reached from reached
    union all
    select width_bucket(at, ${starts}::timestamptz[]), count(*), count(*) filter (where outcome = 'denied'), null
    from audit_event where ${where} and at > coalesce((select at from reached), '-infinity'::timestamptz)
    group by 1`.execute(tx);
  const reached = rows.find((row) => row.reached !== null)?.reached ?? null;
  const whole =
    reached === null ? first : earliest(addDays(civilDateAt(Temporal.Instant.from(reached)), 1), last);
  const counts = new Map(rows.map(({ day, count, denied }) => [day, { count, denied }]));
  return {
    from: whole,
    to: last,
    days: days.map((on, at) => ({ on, ...(counts.get(at + 1) ?? NOTHING) })).filter(({ on }) => on >= whole),
    capped: cut || reached !== null,
  };
}

type Row = { day: number | null; count: number; denied: number; reached: string | null };
const NOTHING = { count: 0, denied: 0 };

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
