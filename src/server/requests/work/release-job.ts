/**
 * Releases the requests of people whose last day has passed, and what was left of the others, in short transactions. Each
 * is complete by itself, so a stop loses nothing and the next run goes on.
 */

import type { Endpoint } from '#contract/endpoint.ts';
import { civilDateAt } from '#domain/time/civil.ts';
import { bySystem, record } from '#server/audit/record/record.ts';
import type { Deps } from '#server/deps.ts';
import type { Context } from '#server/http/serve.ts';
import { every, type Job } from '#server/jobs/runner.ts';
import { countStranded, type Released, releaseBatch } from './release.ts';

const JOB = 'release';
/** Requests in one transaction: well within its time limit, and their ids within one notification of PostgreSQL. */
const AT_ONCE = 100;
/** Batches in one run, which then ends within its lease. */
const BATCHES = 250;

export const release: Job = {
  name: JOB,
  next: every(1),
  leaseMinutes: 5,
  awaited: true,
  run: async (deps) => {
    let count = 0;
    for (let batch = 0; batch < BATCHES && !deps.closing?.(); batch += 1) {
      const released = await oneBatch(deps);
      if (released === 0) break;
      count += released;
    }
    return count > 0 ? { count } : null;
  },
};

function oneBatch(deps: Deps): Promise<number> {
  return deps.db.transaction(async (tx) => {
    const now = deps.now();
    const { facts, ids } = await releaseBatch({ tx, ports: deps, now, today: civilDateAt(now) }, AT_ONCE);
    await record(tx, facts, bySystem(deps, now, 'JOB', JOB));
    const changes = ids.map((id) => ({ id, change: 'changed' }));
    if (changes.length > 0) await deps.db.notify(tx, 'requests', JSON.stringify(changes));
    return ids.length;
  });
}

/**
 * Releases the requests of a person in the transaction that ends their access; where they are many, the job, which starts
 * at once, does the rest. Returns also how many are left to it.
 */
export async function releaseOf(
  env: Pick<Context<Endpoint>, 'tx' | 'ports' | 'now' | 'today'>,
  personId: string,
): Promise<Released & { left: number }> {
  const released = await releaseBatch(env, AT_ONCE, personId);
  const left = await countStranded(env.tx, personId, env.today);
  if (left > 0)
    await env.tx.updateTable('job').set({ next_at: env.now.toString() }).where('name', '=', JOB).execute();
  return { ...released, left };
}
