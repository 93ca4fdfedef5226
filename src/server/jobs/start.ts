/** Keeps the jobs going while the process serves: the table's once in a while, the outbox every few seconds. */
import type { Deps } from '../deps.ts';
import { runOutbox } from '../mail/outbox.ts';
import { enrol, type Job, runDue } from './runner.ts';

const OUTBOX_MS = 3_000;
const TABLE_MS = 30_000;

/** Starts them; `stop` resolves when the one under way has ended. */
export async function startJobs(deps: Deps, jobs: readonly Job[]): Promise<{ stop(): Promise<void> }> {
  await enrol(deps, jobs);
  const loops = [
    repeat(deps, OUTBOX_MS, () => runOutbox(deps)),
    repeat(deps, TABLE_MS, () => runDue(deps, jobs)),
  ];
  return { stop: async () => void (await Promise.all(loops.map((stop) => stop()))) };
}

/** One run after another with a pause between; a failing run is logged once until one succeeds. */
function repeat(deps: Deps, pauseMs: number, run: () => Promise<unknown>): () => Promise<void> {
  let stopped = false;
  let failing = false;
  let wake: () => void = () => undefined;
  const loop = async () => {
    while (!stopped) {
      try {
        await run();
        failing = false;
      } catch (error) {
        if (!failing) deps.log.warn({ error: String(error) }, 'background work failed, it goes on trying');
        failing = true;
      }
      if (stopped) return;
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, pauseMs);
        wake = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  };
  const ended = loop();
  return () => {
    stopped = true;
    wake();
    return ended;
  };
}
