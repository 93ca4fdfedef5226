/** Jobs of the intake: one logs the counts of refused deliveries, one deletes old receipts. */
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
    const { numDeletedRows } = await db.transaction((tx) =>
      tx.deleteFrom('intake_receipt').where('at', '<', before).executeTakeFirstOrThrow(),
    );
    return numDeletedRows > 0n ? { count: Number(numDeletedRows) } : null;
  },
};
