/**
 * Runs background jobs. Each job has a row in the job table and runs in one process at a time: the process claims the
 * row. If the process dies, another one takes the claim over after its lease.
 */
import type { AuditEvent } from '#domain/audit/events.ts';
import { bySystem, type EventData, type Fact, record } from '#server/audit/record/record.ts';
import type { Deps, Tx } from '#server/deps.ts';

export type Job = {
  name: string;
  /** Returns the time of the next run, after a run at `now` or when it has never run. */
  next: (now: Temporal.Instant) => Temporal.Instant;
  /** Minutes after which another process may take over a claim, so a run must be shorter. */
  leaseMinutes: number;
  /**
   * A person waits for its result: a loop of its own checks it every few seconds, so that other jobs do not delay it.
   */
  awaited?: true;
  /** Returns what it did, for the audit log; `null` when there is nothing to record. */
  run: (deps: Deps) => Promise<{ event?: AuditEvent; data?: EventData; count?: number } | null>;
};

/** Runs every job that is due, one after another. Returns the names of those that ran. */
export async function runDue(deps: Deps, jobs: readonly Job[]): Promise<readonly string[]> {
  const ran: string[] = [];
  for (const job of jobs) {
    const claimedAt = await deps.db.transaction((tx) => claim(tx, job, deps.now()));
    if (claimedAt === null) continue;
    ran.push(job.name);
    await runClaimed(deps, job, claimedAt);
  }
  return ran;
}

/**
 * Runs a job now, regardless of its schedule and without a claim, so it leaves the claim of a process that runs the job
 * meanwhile alone. Logs a failure and returns false instead of throwing.
 */
export function runNow(deps: Deps, job: Job): Promise<boolean> {
  return runClaimed(deps, job, null);
}

/**
 * Claims the job if it is due and not claimed. Returns the time of the claim, which identifies it, because a claim can
 * only be taken over minutes later. SKIP LOCKED, so that processes that look at once do not wait for each other.
 *
 * A clock that was ahead for a while leaves times in the future behind: a next run later than the schedule gives from
 * now is brought forward to it, and a claim more than a lease ahead counts as expired.
 */
async function claim(
  tx: Tx,
  { name, leaseMinutes, next }: Job,
  now: Temporal.Instant,
): Promise<string | null> {
  const row = await tx
    .selectFrom('job')
    .select('next_at')
    .where('name', '=', name)
    .where((eb) => eb.or([eb('next_at', '<=', now.toString()), eb('next_at', '>', next(now).toString())]))
    .where((eb) =>
      eb.or([
        eb('claimed_at', 'is', null),
        eb('claimed_at', '<', now.subtract({ minutes: leaseMinutes }).toString()),
        eb('claimed_at', '>', now.add({ minutes: leaseMinutes }).toString()),
      ]),
    )
    .forUpdate()
    .skipLocked()
    .executeTakeFirst();
  if (!row) return null;
  if (Temporal.Instant.compare(row.next_at, now) > 0) {
    await tx
      .updateTable('job')
      .set({ next_at: next(now).toString(), claimed_at: null })
      .where('name', '=', name)
      .execute();
    return null;
  }
  // Milliseconds, which the database stores unrounded, so that the claim is found again by its time.
  const claimedAt = now.toString({ smallestUnit: 'millisecond' });
  await tx.updateTable('job').set({ claimed_at: claimedAt }).where('name', '=', name).execute();
  return claimedAt;
}

async function runClaimed(deps: Deps, job: Job, claimedAt: string | null): Promise<boolean> {
  try {
    const done = await job.run(deps);
    const fact: Fact | null = done && { event: done.event ?? 'job.run', ...done };
    await settle(deps, job, { claimedAt, fault: null, fact });
    return true;
  } catch (error) {
    const cause = error instanceof Error ? error.name : 'unknown';
    deps.log.error({ job: job.name, error: String(error) }, 'a job failed');
    const fact: Fact = { event: 'job.failed', outcome: 'failure', data: { cause } };
    await settle(deps, job, { claimedAt, fault: cause, fact }).catch((lost: unknown) =>
      deps.log.error({ job: job.name, error: String(lost) }, 'a job could not be settled'),
    );
    return false;
  }
}

type Result = { claimedAt: string | null; fault: string | null; fact: Fact | null };

/**
 * Records what a run did and schedules the next. A run that outlived its lease changes only the log: the process that
 * took the claim over settles the job's row.
 */
async function settle(deps: Deps, job: Job, { claimedAt, fault, fact }: Result): Promise<void> {
  const now = deps.now();
  // Retries a failed job within ten minutes, even when its next scheduled run is later.
  const soon = now.add({ minutes: 10 });
  const next = job.next(now);
  const again = fault !== null && Temporal.Instant.compare(soon, next) < 0 ? soon : next;
  await deps.db.transaction(async (tx) => {
    const { numUpdatedRows } = await tx
      .updateTable('job')
      .set({
        claimed_at: null,
        next_at: again.toString(),
        last_at: now.toString(),
        last_ok: fault === null,
        last_error: fault,
      })
      .where('name', '=', job.name)
      .where('claimed_at', 'is not distinct from', claimedAt)
      .executeTakeFirstOrThrow();
    if (numUpdatedRows === 0n)
      deps.log.warn({ job: job.name }, 'the job ran while another process had claimed it');
    if (fact)
      await record(
        tx,
        [{ ...fact, object: { type: 'job', id: job.name } }],
        bySystem(deps, now, 'JOB', job.name),
      );
  });
}

/** Inserts rows for jobs that the table does not contain yet; a new job first runs at its next scheduled time. */
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

/** Returns a schedule: the next time at `hour` in `zone`. */
export function nightlyAt(hour: number, zone: string): (now: Temporal.Instant) => Temporal.Instant {
  return (now) => {
    const local = now.toZonedDateTimeISO(zone);
    const today = local.startOfDay().add({ hours: hour });
    return (Temporal.ZonedDateTime.compare(today, local) > 0 ? today : today.add({ days: 1 })).toInstant();
  };
}

/** Returns a schedule: `minutes` after the last run. */
export function every(minutes: number): (now: Temporal.Instant) => Temporal.Instant {
  return (now) => now.add({ minutes });
}
