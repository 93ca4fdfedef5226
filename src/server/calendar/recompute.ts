/**
 * Computes the stored dates of open requests again after a change of the rules or of the calendar. A request names the
 * rules its dates were computed with, so the work can stop anywhere and go on from what is left.
 */
import { sql } from 'kysely';
import { rulesOf } from '#domain/request/deadlines.ts';
import type { WorkingCalendar } from '#domain/time/calendar.ts';
import type { Fact } from '#server/audit/record/record.ts';
import type { Tx } from '#server/deps.ts';
import { DATED, type Recomputed, recomputer } from './open-dates.ts';

export type Batch = {
  /** Requests that now have the calendar's dates. */
  done: number;
  /** One event for each request of which a running date moved. */
  facts: readonly Fact[];
};

/**
 * Computes up to `most` requests whose dates were computed with other rules. Rows that another transaction has locked
 * are left for the next call. The caller records the facts in the same transaction.
 */
export async function recomputeBatch(
  tx: Tx,
  calendar: WorkingCalendar,
  now: Temporal.Instant,
  most: number,
): Promise<Batch> {
  const rules = rulesOf(calendar);
  const rows = await tx
    .selectFrom('request')
    .select(DATED)
    .where('status', '<>', 'closed')
    // Two ranges instead of <>, which no index answers.
    .where((eb) => eb.or([eb('rule_version', '<', rules), eb('rule_version', '>', rules)]))
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute();
  const all = await recomputer(calendar)(tx, rows);
  const changed = all.filter(isChanged);
  for (const { row, dates } of changed)
    await tx
      .updateTable('request')
      .set({ ...dates, changed_at: now.toString() })
      .where('id', '=', row.id)
      .execute();
  const same = all.filter((each) => !isChanged(each)).map(({ row }) => row.id);
  if (same.length > 0)
    await tx.updateTable('request').set({ rule_version: rules }).where('id', 'in', same).execute();
  await announce(
    tx,
    changed.map(({ row }) => row.id),
  );
  return {
    done: rows.length,
    facts: all.filter(({ moves }) => moves.length > 0).map((each) => fact(each, calendar)),
  };
}

function isChanged({ row, dates }: Recomputed): boolean {
  return (['act_by', 'order_on', 'late_after', 'target_on', 'steps'] as const).some(
    (column) => row[column] !== dates[column],
  );
}

function fact({ row, moves }: Recomputed, { version }: WorkingCalendar): Fact {
  return {
    event: 'request.dates_moved',
    object: { type: 'request', id: row.id },
    data: {
      because: 'calendar',
      calendar: version,
      ...Object.fromEntries(moves.map(({ what, from, to }) => [what, `${from} ${to}`])),
    },
  };
}

/** So many ids fit into one notification of PostgreSQL. */
const AT_A_TIME = 100;

async function announce(tx: Tx, ids: readonly string[]): Promise<void> {
  for (let from = 0; from < ids.length; from += AT_A_TIME) {
    const changes = ids.slice(from, from + AT_A_TIME).map((id) => ({ id, change: 'changed' }));
    await sql`select pg_notify('requests', ${JSON.stringify(changes)})`.execute(tx);
  }
}
