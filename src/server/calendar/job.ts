/** Computes dates again that a change of the calendar, or a new release, left behind; one short transaction a batch. */
import { bySystem, record } from '#server/audit/record/record.ts';
import type { Deps } from '#server/deps.ts';
import { every, type Job } from '#server/jobs/runner.ts';
import { loadCalendar, workingCalendar } from '#server/settings/stored-calendar.ts';
import { recomputeBatch } from './recompute.ts';

export const CALENDAR_JOB = 'calendar';

/** Requests in one transaction: well within its time limit on the embedded database. */
const BATCH = 200;
/** Batches in one run, which then ends within its lease; the next run goes on. */
const BATCHES = 250;

export const recompute: Job = {
  name: CALENDAR_JOB,
  // A change of the calendar moves this to now. It also finds what a process with the calendar of a moment ago wrote.
  next: every(1),
  leaseMinutes: 5,
  awaited: true,
  run: async (deps) => {
    const total = { done: 0, moved: 0 };
    for (let batch = 0; batch < BATCHES && !deps.closing?.(); batch += 1) {
      const { done, moved } = await oneBatch(deps);
      if (done === 0) break;
      total.done += done;
      total.moved += moved;
    }
    return total.done > 0 ? { data: total, count: total.moved } : null;
  },
};

function oneBatch(deps: Deps): Promise<{ done: number; moved: number }> {
  return deps.db.transaction(async (tx) => {
    const now = deps.now();
    // Read here, because the calendar in the process's memory may be that of a moment ago.
    const calendar = workingCalendar((await loadCalendar(tx)).stored);
    const { done, facts } = await recomputeBatch(tx, calendar, now, BATCH);
    await record(tx, facts, bySystem(deps, now, 'JOB', CALENDAR_JOB));
    return { done, moved: facts.length };
  });
}
