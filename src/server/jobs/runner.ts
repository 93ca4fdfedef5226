/**
 * Work that nobody waits for. A job with a row in the job table runs in one process at a time, however many serve;
 * a claim that its process did not live to give back is taken over after its lease.
 */
import type { AuditEvent } from '#domain/audit/events.ts';
import { bySystem, type Fact, type Plain, record } from '#server/audit/record/record.ts';
import type { Deps, Tx } from '#server/deps.ts';

export type Job = {
  name: string;
  /** When it runs next, given that it has just run (or never has). */
  next: (now: Temporal.Instant) => Temporal.Instant;
  /** Minutes after which another process may take a claim over. */
  leaseMinutes: number;
  /** Somebody looks on: it is looked for every few seconds and takes no turns with the others. */
  awaited?: true;
  /** What it did, for the log; `null` when there was nothing worth a row. */
  run: (deps: Deps) => Promise<{ event?: AuditEvent; data?: Record<string, Plain>; count?: number } | null>;
};

/** Runs every job that is due, one after another. Returns the names of those that ran. */
export async function runDue(deps: Deps, jobs: readonly Job[]): Promise<readonly string[]> {
  const ran: string[] = [];
  for (const job of jobs) {
    if (!(await deps.db.transaction((tx) => claim(tx, job, deps.now())))) continue;
    ran.push(job.name);
    await runNow(deps, job);
  }
  return ran;
}

async function claim(tx: Tx, { name, leaseMinutes }: Job, now: Temporal.Instant): Promise<boolean> {
  const row = await tx
    .selectFrom('job')
    .select('name')
    .where('name', '=', name)
    .where('next_at', '<=', now.toString())
    .where((eb) =>
      eb.or([
        eb('claimed_at', 'is', null),
        eb('claimed_at', '<', now.subtract({ minutes: leaseMinutes }).toString()),
      ]),
    )
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return false;
  await tx.updateTable('job').set({ claimed_at: now.toString() }).where('name', '=', name).execute();
  return true;
}

/** Runs it whatever its hour, and settles its row. A failure is logged, not thrown; false then. */
export async function runNow(deps: Deps, job: Job): Promise<boolean> {
  try {
    const done = await job.run(deps);
    await settle(deps, job, null, done && { event: done.event ?? 'job.run', ...done });
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.name : 'unknown';
    deps.log.error({ job: job.name, error: String(error) }, 'a job failed');
    await settle(deps, job, cause, { event: 'job.failed', outcome: 'failure', data: { cause } }).catch(
      (lost: unknown) => deps.log.error({ job: job.name, error: String(lost) }, 'a job could not be settled'),
    );
    return false;
  }
}

async function settle(deps: Deps, job: Job, fault: string | null, done: Fact | null): Promise<void> {
  const now = deps.now();
  // A failure is tried again soon, also when the job's own hour is far away.
  const soon = now.add({ minutes: 10 });
  const next = job.next(now);
  const again = fault !== null && Temporal.Instant.compare(soon, next) < 0 ? soon : next;
  await deps.db.transaction(async (tx) => {
    await tx
      .updateTable('job')
      .set({
        claimed_at: null,
        next_at: again.toString(),
        last_at: now.toString(),
        last_ok: fault === null,
        last_error: fault,
      })
      .where('name', '=', job.name)
      .execute();
    if (done)
      await record(
        tx,
        [{ ...done, object: { type: 'job', id: job.name } }],
        bySystem(deps, now, 'JOB', job.name),
      );
  });
}

/** Rows for jobs this release has and the table does not know yet; a new job waits for its first hour. */
export async function enrol(deps: Deps, jobs: readonly Job[]): Promise<void> {
  const now = deps.now();
  await deps.db.kysely
    .insertInto('job')
    .values(
      jobs.map((job) => ({
        name: job.name,
        next_at: job.next(now).toString(),
        claimed_at: null,
        last_at: null,
        last_ok: null,
        last_error: null,
      })),
    )
    .onConflict((conflict) => conflict.column('name').doNothing())
    .execute();
}

/** The next time the clock of the desk shows this hour. */
export function nightlyAt(hour: number, zone: string): (now: Temporal.Instant) => Temporal.Instant {
  return (now) => {
    const local = now.toZonedDateTimeISO(zone);
    const today = local.startOfDay().add({ hours: hour });
    return (Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })).toInstant();
  };
}

export function every(minutes: number): (now: Temporal.Instant) => Temporal.Instant {
  return (now) => now.add({ minutes });
}
