/** Keeps the jobs going while the process serves: the table's once in a while, the outbox and what is awaited every few seconds. */
import type { Deps } from '#server/deps.ts';
import { repeat } from '#server/jobs/repeat.ts';
import { enrol, type Job, runDue } from '#server/jobs/runner.ts';
import { runOutbox } from '#server/mail/outbox.ts';
import { settleLetter } from '#server/requests/work/settle-letter.ts';

const OUTBOX_MS = 3_000;
const TABLE_MS = 30_000;
const AWAITED_MS = 3_000;

/** Starts them; `stop` resolves when the one under way has ended. */
export async function startJobs(deps: Deps, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  await enrol(deps, jobs);
  const onFailing = (error: string) => deps.log.warn({ error }, 'background work failed, it goes on trying');
  const awaited = jobs.filter((job) => job.awaited);
  const takingTurns = jobs.filter((job) => !job.awaited);
  const loops = [
    repeat({ pauseMs: OUTBOX_MS, run: () => runOutbox(deps, settleLetter), onFailing }),
    repeat({ pauseMs: TABLE_MS, run: () => runDue(deps, takingTurns), onFailing }),
    ...awaited.map((job) => repeat({ pauseMs: AWAITED_MS, run: () => runDue(deps, [job]), onFailing })),
  ];
  return { stop: async () => void (await Promise.all(loops.map((stop) => stop()))) };
}
