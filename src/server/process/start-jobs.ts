/** Runs the background jobs while the process serves: outbox and awaited jobs every 3 s, the others every 30 s. */
import type { Deps } from '#server/deps.ts';
import { repeat } from '#server/jobs/repeat.ts';
import { enrol, type Job, runDue } from '#server/jobs/runner.ts';
import { runNotices } from '#server/mail/notices.ts';
import { runOutbox } from '#server/mail/outbox.ts';
import { embeddedJobs } from '#server/process/embedded-jobs-node.ts';
import { JOBS } from '#server/process/jobs.ts';
import { loseLetter, settleLetter } from '#server/requests/work/settle-letter.ts';
import type { Environment } from './environment.ts';
import type { Opened } from './open-database-node.ts';

const OUTBOX_MS = 3_000;
const TABLE_MS = 30_000;
const AWAITED_MS = 3_000;

/** Starts the loops; `stop` resolves when the running jobs have ended. */
export async function startJobs(deps: Deps, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  await enrol(deps, jobs);
  const onFailing = (error: string) => deps.log.warn({ error }, 'background work failed, it goes on trying');
  const awaited = jobs.filter((job) => job.awaited);
  const takingTurns = jobs.filter((job) => !job.awaited);
  const loops = [
    repeat({
      pauseMs: OUTBOX_MS,
      run: async () =>
        (await runOutbox(deps, { settle: settleLetter, lose: loseLetter })) + (await runNotices(deps)),
      onFailing,
    }),
    repeat({ pauseMs: TABLE_MS, run: () => runDue(deps, takingTurns), onFailing }),
    ...awaited.map((job) => repeat({ pauseMs: AWAITED_MS, run: () => runDue(deps, [job]), onFailing })),
  ];
  return { stop: async () => void (await Promise.all(loops.map((stop) => stop()))) };
}

/** Returns the jobs of this process; a production server with the embedded database also backs it up and vacuums it. */
export function jobsOf({ embedded }: Opened, { mode, dataDir }: Environment): readonly Job[] {
  const own = embedded && mode === 'production' ? embeddedJobs(embedded, dataDir) : [];
  return [...JOBS, ...own];
}
