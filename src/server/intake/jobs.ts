/** Jobs of the intake: one logs the counts of refused deliveries, one deletes old receipts. */
import { sql } from 'kysely';
import { bySystem } from '#server/audit/record/record.ts';
import { every, type Job } from '#server/jobs/runner.ts';
import { reportRefused } from './refused.ts';

/** Longer than any sender repeats a delivery; a later repetition would create a new request. */
const RECEIPTS_KEPT = { hours: 24 * 35 };

/** Logs the refusals of a past minute that no later refusal has reported. */
export const refusedDeliveries: Job = {
  name: 'refused_deliveries',
  next: every(1),
  leaseMinutes: 2,
  run: async (deps) => {
    const now = deps.now();
    await deps.db.transaction((tx) =>
      reportRefused({ tx, ports: deps, now }, bySystem(deps, now, 'JOB', 'intake')),
    );
    return null;
  },
};

export const forgottenReceipts: Job = {
  name: 'intake_receipts',
  next: every(60 * 24),
  leaseMinutes: 5,
  run: async ({ db, now }) => {
    const before = now().subtract(RECEIPTS_KEPT).toString();
    const { rows } = await db.transaction((tx) => forgottenBefore(before).execute(tx));
    const count = rows.reduce((sum, { n }) => sum + n, 0);
    return count > 0 ? { count } : null;
  },
};

/** Deletes the receipts and counts them at their source, in one statement; returns the count for each source. */
function forgottenBefore(before: string) {
  return sql<{
    n: number;
  }>`with gone as (delete from intake_receipt where at < ${before} returning source_id),
    counted as (select source_id, count(*)::int as n from gone group by source_id)
    update intake_source s set forgotten = s.forgotten + counted.n from counted where s.id = counted.source_id
    returning counted.n`;
}
